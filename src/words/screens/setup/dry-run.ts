import { agreeing, counted, countWords } from '../../numbers';

/** The check of an inventory: what an import would do, and what it has to ask first. */

export const CHECKING_ROWS = 'Checking the rows';
export const ROWS_NOT_CHECKED = 'The rows could not be checked';
export const NOTHING_TO_IMPORT = 'There is nothing to import.';
export const importWords = (issues: number): string => `Import ${counted(issues, 'issue', 'issues')}`;
export const KEEP_ANSWERS = 'Keep the answers';
export const ANSWER_NOT_KEPT = 'The answer was not kept';
export const CHECK_NOT_DISCARDED = 'The check was not discarded';

export const BY_STAGE = 'AI systems by stage';
export const TO_CREATE = 'Issues to create';
export const TO_UPDATE = 'Issues to update';
export const THERE_ALREADY = 'There already';
export const rowsWords = (rows: number, nameless: number): string =>
  nameless === 0
    ? String(rows)
    : `${rows}, ${nameless} of them without a name, which ${agreeing(nameless, 'makes', 'make')} no issue`;
export const stageNotKnownWords = (count: number, countsAs: string): string =>
  `${count} stage not known (counts as ${countsAs})`;
export const newIssuesWords = (count: number, of: { systems: number; records: number; risks: number }): string =>
  count === 0
    ? '0'
    : `${count}: ${[
        counted(of.systems, 'AI system', 'AI systems'),
        counted(of.records, 'record', 'records'),
        counted(of.risks, 'AI risk', 'AI risks'),
      ].join(', ')}`;

/** Fields that an earlier import filled and that the file leaves empty now. */
export const emptyTooWords = (fields: number): string =>
  `Empty ${counted(fields, 'field', 'fields')} in Jira too, as the file leaves ${agreeing(fields, 'it', 'them')} empty now`;
export function whyEmptyWords(fields: number): string {
  const them = agreeing(fields, 'it', 'them');
  return `An earlier import filled ${them}, and nobody changed ${them} since. Unless you say so, ${agreeing(fields, 'it stays', 'they stay')}.`;
}

/** Rows that may be known AI systems under a new name. */
export const aboutRenamedWords = (count: number): string =>
  `${counted(count, 'row is', 'rows are')} new by ${agreeing(count, 'its', 'their')} name and otherwise like an AI system of an earlier import that the file does not have any more. As long as nobody says, nothing is done about either.`;
export const moreRenamedWords = (count: number): string =>
  `and ${count} more, asked about when these are answered and imported`;
export const NOT_SAID = 'Not said: leave both alone';
export const ANOTHER_SYSTEM = 'Another AI system: make a new one';
/** @param issue null for one that the person may not see */
export const sameAsWords = (issue: { key: string; summary: string } | null): string =>
  issue === null ? 'The same as an issue that you may not see' : `The same as ${issue.key} ${issue.summary}`;

export const ABOUT_PROBLEMS =
  'A value that the mapping does not understand is taken as not known; its row is imported all the same, unless the list says otherwise.';
export const PROBLEMS_NOT_SHOWN = 'They cannot be shown';
/** Which of all problems are listed, from one to another, each counted from 1. */
export const listedWords = (from: number, to: number, all: number): string =>
  `Listed are ${countWords(from)} to ${countWords(to)}${from === 1 ? `, and ${countWords(all - to)} more` : ` of ${countWords(all)}`}`;

/** What the file says for each requirement. */
export const CLAIMS = 'What the file says of the AI systems in scope';
export const ABOUT_CLAIMS =
  'Every AI system in scope is counted once for each requirement. Claimed and planned become work that is declared and not seen. Of the others nothing is made, and the requirement stays open: the answer is not known to the mapping, the file says that it is not done, or it says nothing.';
export const notAmongThemWords = (retired: number): string =>
  `Not among them: ${counted(retired, 'AI system', 'AI systems')} that the file calls retired or rejected.`;
/** What a claim can be, in the order of the columns. */
export const CLAIM_WORDS = {
  claimed: 'Claimed',
  planned: 'Planned',
  notKnown: 'Not known',
  declaredNo: 'Declared “no”',
  notAsked: 'Not asked',
} as const;

/** Texts that were taken for "no risk". */
export const NO_RISK = 'No risk named';
export const NO_RISK_TABLE = 'Texts that name no risk';
export const aboutNoRiskWords = (rows: number): string =>
  `${counted(rows, 'row has', 'rows have')} a text where a risk would stand that names none. No AI risk is made of it.`;
export const TAKEN_AS = 'Taken as';
export const NO_RISK_WORDS = { nothing: 'nothing said', none: 'there is none' } as const;
