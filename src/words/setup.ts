import type {
  Difference,
  Namesake,
  NamesakeAddition,
  NamesakeUse,
  Step,
  StepKind,
  Subjects,
} from '../domain/setup/step';
import { agreeing, counted } from './numbers';

/** What each kind of thing in Jira is called within a sentence. */
const NOUNS: Readonly<Record<StepKind, string>> = {
  'issue-type': 'type',
  statuses: 'status',
  'link-type': 'link type',
  workflow: 'workflow',
  field: 'field',
  screen: 'screen',
  'screen-scheme': 'screen scheme',
  'issue-type-scheme': 'issue type scheme',
  'issue-type-screen-scheme': 'issue type screen scheme',
  'workflow-scheme': 'workflow scheme',
  'other-screen': 'screen',
  enrol: 'project',
};

const SUBJECTS: { readonly [Kind in StepKind]: (subject: Subjects[Kind]) => string } = {
  'issue-type': ({ name }) => `Issue type "${name}"`,
  statuses: ({ count }) => `${count} statuses`,
  'link-type': ({ name, outward, inward }) => `Link type "${name}" (${outward} / ${inward})`,
  workflow: ({ name, statuses, transitions }) =>
    `Workflow "${name}" with ${statuses} statuses and ${transitions} transitions`,
  field: ({ name, options }) => `Field "${name}"${options === null ? '' : ` with ${options} options`}`,
  screen: ({ name, fields }) => `Screen "${name}" with ${fields} fields`,
  'screen-scheme': ({ name }) => `Screen scheme "${name}"`,
  'issue-type-scheme': ({ name }) => `Issue type scheme "${name}"`,
  'issue-type-screen-scheme': ({ name }) => `Issue type screen scheme "${name}"`,
  'workflow-scheme': ({ name }) => `Workflow scheme "${name}"`,
  'other-screen': ({ name }) => `Screen "${name}" of the project's other issue types`,
  enrol: ({ name }) => `Project ${name} takes part`,
};

const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const sharing = (others: number): string =>
  `${others} other ${agreeing(others, 'project shares', 'projects share')} it`;

const ADDITIONS: Table<NamesakeAddition> = {
  nothing: () => 'nothing is added',
  context: () => 'a context for this project alone is added, yours stay as they are',
  options: ({ count, context }) => `${count} options are added to its context "${context}", behind yours`,
  'keeps-workflow': () => 'nothing is added; its workflow and screens in this project stay as they are',
  'joins-project': () => 'this project gets it, with the workflow and screen of the app',
};

const DIFFERENCES: Table<Difference, [kind: StepKind]> = {
  'there-already': () => 'There already.',
  'beside-namesake': (_, kind) => `Yours of this name stays as it is: the app makes a ${NOUNS[kind]} of its own.`,
  'used-as-chosen': () => 'Yours, used as you chose. Nothing about it is changed.',
  description: ({ text }) => text,
  'statuses-missing': ({ count }) => `${count} are missing.`,
  'statuses-beside': ({ names }) => `Made beside yours of another category: ${listed(names)}.`,
  'statuses-used': ({ names }) => `Used as they are, with nothing changed: ${listed(names)}.`,
  'link-purpose': () => 'Links say which AI system, risk or nonconformity an issue is about.',
  'workflow-of': ({ name }) => `Issues of the type "${name}" go through it.`,
  'workflow-complete': () => 'There already, with every status and transition.',
  'workflow-gains': ({ names }) => `It gets ${listed(names)}; all else in it stays.`,
  'workflow-keeps': ({ names }) => `It keeps what the app does not ask for: ${listed(names)}.`,
  'field-for-projects': () => 'For projects that take part only.',
  'field-in-project': () => 'There already, with this project.',
  'field-joins-project': () => 'This project gets the field, too.',
  'field-options-missing': ({ count }) => `${count} options are missing.`,
  'field-without-help': () => 'Its empty description gets a help text.',
  'field-first-context': () => 'What Jira made with it is taken away again.',
  'field-used-with': ({ adds }) => `Yours, used as you chose: ${told(ADDITIONS, adds)}.`,
  'screen-of': ({ name }) => `For the issue type "${name}".`,
  'screen-tabs': ({ names }) => `Its fields stand on the tabs ${listed(names)}.`,
  'screen-complete': () => 'There already, with every field.',
  'screen-fields-missing': ({ count }) => `${count} fields are missing.`,
  'screen-tabs-missing': ({ names }) => `It gets the tabs ${listed(names)}.`,
  'shows-screen-of': ({ name }) => `Shows the screen of "${name}".`,
  'scheme-complete': () => 'It holds the four issue types.',
  'scheme-default': () =>
    "It is Jira's default, which projects made later will use too: this project gets a copy of its own.",
  'scheme-own': () => 'Only this project uses it: the four issue types are added.',
  'scheme-extended': ({ others }) => `${sharing(others)}, and you chose to extend it for all of them.`,
  'scheme-copied': ({ others }) => `${sharing(others)}: this project gets a copy, the others keep theirs as it is.`,
  'linked-fields-shown': () => 'It shows the fields that link work to requirements.',
  'linked-fields-missing': ({ names }) =>
    `Adds ${listed(names)}. In other projects that use this screen they do not appear.`,
  'takes-part': () => 'It takes part.',
  'will-take-part': () => 'From then on its issues count.',
};

/** What a step of set-up's plan is about, and why it is there. */
export function stepWords({ kind, subject, differences }: Step): { what: string; why: string } {
  const subjectWords = SUBJECTS[kind] as (subject: Step['subject']) => string;
  return { what: subjectWords(subject), why: differences.map((one) => told(DIFFERENCES, one, kind)).join(' ') };
}

const USES: Table<NamesakeUse> = {
  projects: ({ count }) => (count === 0 ? 'no project' : counted(count, 'project', 'projects')),
  links: () => 'links between issues',
  field: ({ projects, contexts, screens }) =>
    `${projects === 'all' ? 'all projects' : counted(projects, 'project', 'projects')}, by ${counted(contexts, 'context', 'contexts')}; shown on ${counted(screens, 'screen', 'screens')}`,
};

const NAMESAKES: Readonly<Record<Namesake['kind'], string>> = {
  'issue-type': 'Issue type',
  'link-type': 'Link type',
  field: 'Field',
};

/** What of the customer's could be used, who uses it now, and what using it would add to it. */
export const namesakeWords = ({ kind, name, use, adds }: Namesake): { what: string; usedBy: string; adds: string } => ({
  what: `${NAMESAKES[kind]} "${name}"`,
  usedBy: told(USES, use),
  adds: told(ADDITIONS, adds),
});

/** Why a plan is refused: what of it cannot be done. */
export const refusedWords = (steps: readonly Step[]): string =>
  steps
    .map(stepWords)
    .map(({ what, why }) => `${what}: ${why}`)
    .join(' ');

/** Words for each code of a union. */
type Table<Union extends { code: string }, Besides extends unknown[] = []> = {
  readonly [Code in Union['code']]: (one: Extract<Union, { code: Code }>, ...besides: Besides) => string;
};

function told<Union extends { code: string }, Besides extends unknown[]>(
  table: Table<Union, Besides>,
  one: Union,
  ...besides: Besides
): string {
  const words = table[one.code as Union['code']] as (one: Union, ...besides: Besides) => string;
  return words(one, ...besides);
}
