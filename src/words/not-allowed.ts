import { countWords } from './numbers';

/** What is counted, and may not be seen. */
export const unseenWords = (count: number): string => `${countWords(count)} that you may not see`;

/** What figures are of. */
type Kind = 'organisation' | 'project' | 'system';

/** Stands beside the figures of a project for whoever may see them and not those of the organisation. */
export const ORGANISATION_NOT_SHOWN =
  'What is met once for the whole organisation is shown to holders of the permission “View AIMS figures”. These are the AI systems of this project.';

/** Why somebody gets no figures, by what they would be of. It names nothing that the person may not see. */
export function notAllowedWords(kind: Kind, loggedIn: boolean): string {
  if (!loggedIn) return 'These figures are shown to people who are logged in.';
  if (kind === 'project') return 'These figures are of a Jira project that you may not see.';
  if (kind === 'system') return 'These figures are of an AI system that you may not see in Jira.';
  return 'These figures are shown to people who have the permission “View AIMS figures” in Jira. Whoever manages the AIMS can also show the organisation’s counts to every reader.';
}
