import { dayWords } from './days';
import { counted } from './numbers';
import { PERSON_NOT_NAMED } from './screens/shared/common';

/** Conclusions of whoever audits (9.2): what was concluded, and the forms for it. */
export const CONCLUSIONS = 'Conclusions';
export const LOADING_CONCLUSIONS = 'Loading the conclusions';
export const CONCLUSIONS_NOT_SHOWN = 'The conclusions cannot be shown';
export const NONE_GIVEN = 'Nobody has concluded on it yet.';
export const moreConclusionsWords = (count: number): string =>
  `And ${counted(count, 'conclusion', 'conclusions')} that you may not see, or that are older.`;
/** For whoever may audit, where conclusions are given elsewhere. */
export const CONCLUDE_IN_SYSTEM =
  'It is asked of every AI system: open it under Matrix, or open the AI system, to record a conclusion.';

export const RESULT_WORDS = {
  conforms: 'Conforms',
  nonconforming: 'Nonconforming',
  'not-sampled': 'Not sampled',
} as const;
export const CONCLUSION_KIND_WORDS = {
  'internal-audit': 'Internal audit',
  'external-audit': 'External audit',
  'independent-check': 'Independent check',
} as const;

interface Said {
  kind: keyof typeof CONCLUSION_KIND_WORDS;
  concludedOn: string;
  validUntil: string;
  result: keyof typeof RESULT_WORDS;
}

/** Beside the result. Only what conforms runs out. */
export function saidWords({ kind, concludedOn, validUntil, result }: Said, today: string): string {
  const said = `${CONCLUSION_KIND_WORDS[kind]}, ${dayWords(concludedOn)}`;
  if (result !== 'conforms') return said;
  return `${said}, ${validUntil < today ? 'ran out on' : 'counts until'} ${dayWords(validUntil)}`;
}
export const byWords = (name: string | null): string => `Recorded by ${name ?? PERSON_NOT_NAMED}`;
export const LOOKED_AT = 'Looked at:';
export const RAISED = 'Raised:';
export const reportWords = (body: string | null, report: string | null): string =>
  `${body ?? 'Body not named'}, ${report ?? 'report not named'}`;
export const withdrawnWords = (day: string, name: string | null, reason: string | null): string =>
  `Withdrawn on ${dayWords(day)} by ${name ?? PERSON_NOT_NAMED}${reason === null ? '' : `: ${reason}`}`;

/** Recording one. */
export const RECORD_CONCLUSION = 'Record a conclusion';
export const RECORD = 'Record';
export const RESULT = 'Result';
export const KIND_OF_CONCLUSION = 'Kind of conclusion';
export const CONCLUDED_ON = 'Concluded on';
export const COUNTS_UNTIL = 'Counts until (empty: 12 months)';
export const AUDIT_BODY = 'Body that audited';
export const AUDIT_REPORT = 'Its report';
export const WHAT_YOU_LOOKED_AT = 'What you looked at';
export const SAMPLE_HINT = 'In at least 20 characters, or pick issues below';
export const ISSUES_LOOKED_AT = 'Issues you looked at';
export const FIND_SAMPLE = 'Find an issue by key or words';
export const takeOutWords = (key: string): string => `Take out ${key}`;
export const NOT_RECORDED = 'Nothing was recorded';

/** Withdrawing one. */
export const WITHDRAW = 'Withdraw';
export const WHY_WITHDRAWN = 'Why it is withdrawn';
export const NOT_WITHDRAWN = 'Nothing was withdrawn';

/** Raising a nonconformity from one. */
export const RAISE = 'Raise the nonconformity';
/** Check N3, beside the conclusion. */
export const NOTHING_RAISED = 'Nothing was raised from it yet. Raise the nonconformity, so that somebody corrects it.';
export const RAISE_HINT = 'It stays nonconforming until the nonconformity that is raised from it is closed.';
export const CREATE_NONCONFORMITY = 'Create the nonconformity';
export const GRADE = 'Grade';
export const GRADES_TO_RAISE = { minor: 'Minor', major: 'Major' } as const;
export const PROJECT_TO_RAISE_IN = 'Project';
export const findingWords = (number: string, title: string, systemKey: string | null): string =>
  `${number} ${title} is not met${systemKey === null ? '' : ` (${systemKey})`}`.slice(0, 250);
export const TYPE_MISSING = 'Jira has no issue type for nonconformities any more: set-up makes it again.';
export const NOT_RAISED = 'No nonconformity was created';
export const raisedUnlinkedWords = (key: string): string =>
  `${key} was created, but it does not belong to the conclusion yet: try again`;
/** What stands in the issue's description. */
export const concludedAsWords = (said: Said): string =>
  `${RESULT_WORDS[said.result]}. ${CONCLUSION_KIND_WORDS[said.kind]}, ${dayWords(said.concludedOn)}.`;

/** In an AI system's panel. */
export const CHOOSE_REQUIREMENT = 'Requirement to conclude on, or to read about';
