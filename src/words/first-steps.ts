import { counted } from './numbers';

/** What a new AI management system does first: what to do, and why now. */
export const FIRST_STEPS = {
  project: {
    title: 'Choose a project',
    words:
      'A Jira administrator chooses a project, looks at the plan of what is added to it, and applies it. Nothing that is there is changed or removed.',
  },
  systems: {
    title: 'Bring in the AI systems',
    words:
      'One issue of the type “AI system” for each system that you develop, adapt, provide or use. An administrator can import a list.',
  },
  work: {
    title: 'Link what you do already',
    words:
      'Open a requirement and link an issue that meets it, or name the requirement on the issue, in the panel “AIMS”. Most organisations do more than they know.',
  },
  policy: {
    title: 'Approve the AI policy',
    words:
      'Write it on a page in Confluence, inside the macro “AI policy”. Somebody who wrote none of it approves it there; then everybody can read and acknowledge it.',
  },
  assessment: {
    title: 'Assess the first AI system',
    words:
      'Record the risks of one system and rate them, and assess its impact on people. The assessments are finished issues with an effective date, linked to the system.',
  },
} as const;

/** How many of them are left. */
export const firstStepsLeftWords = (left: number, all: number): string =>
  left === 0
    ? 'These steps are done. What is still open stands under Requirements.'
    : `${counted(left, 'step', 'steps')} of ${all} to go. Each is ticked by what is recorded, none by hand.`;

/** Where each of them leads. */
export const OPEN_SET_UP = 'Open Set-up';
export const OPEN_REGISTER = 'Open the register';
export const OPEN_REQUIREMENTS = 'Open the requirements';
export const seeWhatIsAskedWords = (number: string): string => `See what ${number} asks`;
