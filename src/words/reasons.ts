import { ENOUGH_CHARACTERS } from '../domain/item/empty';
import { numberOf } from '../domain/requirement/requirement-id';
import { dayWords } from './days';
import { counted } from './numbers';

/** What a screen knows of a reason of the coverage rules. */
export interface ReasonView {
  code: string;
  count: number;
  day?: string | undefined;
  detail?: string | undefined;
}

const since = ({ day }: ReasonView) => (day ? ` (${dayWords(day)})` : '');
/** What has no grade is told from what somebody graded minor. */
const gradeWords = ({ detail }: ReasonView) =>
  detail === 'ungraded' ? ' (no grade yet, counts as minor)' : detail ? ` (${detail})` : '';
const inWords = (detail: string | undefined) => (detail ?? '').replaceAll('-', ' ');

/** The kind of a conclusion as a person names it; one that was recorded without is a conclusion all the same. */
const CONCLUSIONS: Readonly<Record<string, string>> = {
  'internal-audit': 'An internal audit',
  'external-audit': 'An external audit',
  'independent-check': 'An independent check',
};
const conclusionWords = ({ detail }: ReasonView) => CONCLUSIONS[detail ?? ''] ?? 'An independent conclusion';

/** What ended a triage; `detail` says which of them. */
const TRIAGE_ENDS: Readonly<Record<string, (day: string) => string>> = {
  'significant-change': (day) =>
    `The AI system changed significantly${day} after its triage: triage it again, or assess`,
  'class-closed': () => 'Its AI Act class asks for an assessment, so the triage does not count any more',
  'new-class': () => 'Its AI Act class is new since the triage: triage it again, or assess',
  'new-part': () => 'Our part in it is new since the triage: triage it again, or assess',
  'risk-to-people': () => 'A risk to people is above the threshold, so the triage does not count any more: assess',
  lapsed: (day) => `Its triage counted for 12 months and ended${day}: triage it again, or assess`,
};
const triageEndedWords = ({ detail, day }: ReasonView): string =>
  TRIAGE_ENDS[detail ?? '']?.(day ? ` on ${dayWords(day)}` : '') ?? 'Its triage has ended';

/** One sentence for each reason code of the coverage rules; a test holds the list complete. */
export const REASON_WORDS = {
  'open-nonconformity': (reason) =>
    `${counted(reason.count, 'open nonconformity violates', 'open nonconformities violate')} it${gradeWords(reason)}`,
  'lost-nonconformity': (reason) =>
    `${counted(reason.count, 'open nonconformity', 'open nonconformities')}${gradeWords(reason)} whose issue was deleted, moved or archived: violates until an auditor concludes that it conforms`,
  'closed-incomplete': (reason) =>
    `${counted(reason.count, 'nonconformity is', 'nonconformities are')} closed${gradeWords(reason)} without all that 10.2 asks for, which closes nothing`,
  'dismissed-without-right': (reason) =>
    `${counted(reason.count, 'nonconformity was', 'nonconformities were')}${gradeWords(reason)} dismissed, or made an observation, by the reporter, the assignee or somebody who may not approve: that counts for nothing`,
  'dismissal-not-agreed': (reason) =>
    `${counted(reason.count, 'nonconformity of an audit was', 'nonconformities of audits were')}${gradeWords(reason)} dismissed, or made an observation, and nobody who audits has agreed`,
  'not-applicable': () => 'Not applicable by the approved Statement of Applicability',
  'condition-false': () => 'Does not apply to our part in this AI system, by the approved Statement of Applicability',
  deviation: () => 'Does not apply to this AI system by the approved Statement of Applicability',
  'exclusion-void': ({ count }) =>
    `Excluded by the approved Statement of Applicability, which does not count: ${counted(count, 'AI risk needs', 'AI risks need')} it`,
  'decision-missing': () => 'No approved Statement of Applicability says whether it applies',
  'reason-missing': () => 'Linked, but no approved Statement of Applicability says why it applies',
  concluded: (reason) => `${conclusionWords(reason)} says that it conforms${since(reason)}`,
  'conclusion-outdated': (reason) => `${conclusionWords(reason)} is not current any more${since(reason)}`,
  'concluded-nonconforming': (reason) =>
    `${conclusionWords(reason)} says that it does not conform${since(reason)}, until a nonconformity raised from it is closed`,
  'conclusion-settled': (reason) =>
    `${conclusionWords(reason)} said that it does not conform${since(reason)}; the nonconformity raised from it is closed`,
  'current-evidence': ({ count }) => `${counted(count, 'piece', 'pieces')} of current evidence`,
  'declared-only': () => 'Declared by the source of an import, not seen by anybody here',
  'done-work': ({ count }) => `${counted(count, 'finished item', 'finished items')} of work, nothing left open`,
  'impact-assessment-waived': (reason) => `Triage says that no impact assessment is needed${since(reason)}`,
  'triage-by-one-person': ({ day }) =>
    `One person alone decided the triage: it needs a second person${day ? ` until ${dayWords(day)}` : ''}`,
  'triage-ended': triageEndedWords,
  'in-common': ({ count, day }) =>
    `Met in common by ${counted(count, 'item', 'items')}${day ? `, until ${dayWords(day)}` : ''}`,
  'in-common-by-one-person': ({ day }) =>
    `One person alone decided that it is met in common: that needs a second person${day ? ` until ${dayWords(day)}` : ''}`,
  'in-common-ended': ({ count, day }) =>
    `What ${counted(count, 'item', 'items')} met in common ended${day ? ` on ${dayWords(day)}` : ''}: it has to be approved again`,
  'open-work': ({ count }) => `+${count} open`,
  'evidence-empty': ({ count }) =>
    `${counted(count, 'finished item says', 'finished items say')} in fewer than ${ENOUGH_CHARACTERS} characters what was done, with neither an attachment nor a linked page: what is empty proves nothing`,
  'evidence-lapsed': ({ count, day }) =>
    `${counted(count, 'piece of evidence is', 'pieces of evidence are')} past the review date${day ? ` of ${dayWords(day)}` : ''}`,
  'evidence-lost': ({ count }) =>
    `${counted(count, 'piece of evidence was', 'pieces of evidence were')} deleted, moved or archived`,
  'evidence-not-yet-effective': ({ count, day }) =>
    `${counted(count, 'piece of evidence takes', 'pieces of evidence take')} effect ${day ? `on ${dayWords(day)}` : 'later'}`,
  'done-day-not-known': ({ count }) =>
    `${counted(count, 'finished item tells', 'finished items tell')} no day on which it was finished`,
  'date-not-known': ({ count, detail }) =>
    `The date “${inWords(detail)}” of ${counted(count, 'item', 'items')} cannot be meant so and is not counted with: enter a day from 1900 to a hundred years ahead`,
  'evidence-older-than-change': ({ count }) =>
    `${counted(count, 'piece of evidence is', 'pieces of evidence are')} older than the last significant change`,
  'renewal-under-way': ({ count }) => `Renewal is under way (${counted(count, 'item', 'items')})`,
  'record-missing': ({ count }) =>
    `Work is linked (${counted(count, 'item', 'items')}), but a record with an effective date is missing`,
  'document-missing': ({ count }) =>
    `Work is linked (${counted(count, 'item', 'items')}), but an approved document is missing`,
  'second-work-open': ({ count }) => `Some work is done, ${counted(count, 'item is', 'items are')} still open`,
  draft: ({ count }) => `${counted(count, 'document is', 'documents are')} still a draft`,
  'work-started': ({ count }) => `Work has started on ${counted(count, 'item', 'items')}`,
  'work-not-started': ({ count }) => `${counted(count, 'item is', 'items are')} linked, none has started`,
  'work-cancelled': ({ count }) =>
    `${counted(count, 'linked item was', 'linked items were')} cancelled and does not count`,
  'template-only': ({ count }) =>
    `${counted(count, 'linked page is', 'linked pages are')} a template, which is no evidence`,
  'required-by-risk': ({ count }) => `Required by ${counted(count, 'AI risk', 'AI risks')}`,
  'required-control-excluded': ({ detail }) =>
    `${detail ? numberOf(detail) : 'A control'} is excluded although an AI risk names it`,
  'not-due-until': ({ detail }) => `Not due until ${detail ? inWords(detail) : 'a later stage'}`,
  'early-work': ({ count }) => `Early work is linked already (${counted(count, 'item', 'items')})`,
  'nothing-linked': () => 'Nothing is linked',
  unknown: ({ count, day }) =>
    `Not known${day === undefined ? '' : ` since ${dayWords(day)}`}: Jira has lost something that ${counted(count, 'item is', 'items are')} read by; the state is that of what was read last`,
  'no-ai-system': () => 'No AI system is registered in scope',
  'not-assigned': ({ count }) => `${counted(count, 'linked item names', 'linked items name')} no AI system`,
  'unrated-risks': ({ count }) => `${counted(count, 'AI risk is', 'AI risks are')} not rated`,
  'risk-assessment-missing': () => 'The AI risk assessment (8.2) is not complete',
  'risk-not-treated': ({ count }) =>
    `${counted(count, 'risk', 'risks')} above the threshold without finished treatment`,
  'residual-not-accepted': ({ count }) => `Residual risk of ${counted(count, 'AI risk', 'AI risks')} is not accepted`,
  'residual-not-rated': ({ count }) =>
    `${counted(count, 'AI risk is', 'AI risks are')} accepted though what remains is not rated`,
  'residual-above-inherent': ({ count }) =>
    `${counted(count, 'AI risk is', 'AI risks are')} accepted though more remains than was found`,
  'level-not-acceptable': ({ count }) =>
    `${counted(count, 'AI risk is', 'AI risks are')} accepted at a level that nobody may accept by the risk criteria`,
  'accepted-by-own': ({ count }) =>
    `${counted(count, 'AI risk was', 'AI risks were')} accepted by the assignee or the owner of the AI system: somebody else has to accept`,
  'accepted-without-right': ({ count }) =>
    `${counted(count, 'AI risk was', 'AI risks were')} accepted by somebody without “Approve in the AIMS”: an approver has to accept again`,
  'needs-top-management': ({ count }) =>
    `${counted(count, 'AI risk is', 'AI risks are')} accepted at a level that top management alone may accept by the risk criteria`,
  'changed-since-acceptance': ({ count }) =>
    `${counted(count, 'AI risk was', 'AI risks were')} changed after the acceptance: an approver has to accept again`,
  'criteria-missing': () => 'No risk criteria are approved',
  'criteria-approved': (reason) => `Risk criteria are approved${since(reason)}`,
  'criteria-lapsed': ({ day }) =>
    `The approval of the risk criteria ended${day === undefined ? '' : ` ${dayWords(day)}`}`,
  'older-words': ({ count, day }) =>
    `${counted(count, 'AI risk was', 'AI risks were')} rated by older words: these changed${day === undefined ? '' : ` ${dayWords(day)}`}, and the next assessment confirms them (renewal asked)`,
  'acceptance-expired': ({ count }) => `Acceptance of ${counted(count, 'AI risk', 'AI risks')} has expired`,
  'risks-under-control': ({ count }) =>
    count === 0
      ? 'No risk is above the threshold'
      : `${counted(count, 'risk', 'risks')} above the threshold treated and accepted`,
  'applicability-complete': (reason) =>
    `${counted(reason.count, 'control', 'controls')} decided with a reason and approved${since(reason)}`,
  'applicability-open': ({ count }) => `${counted(count, 'control has', 'controls have')} no decision with a reason`,
  'not-approved': () => 'The Statement of Applicability is not approved',
  'approval-lapsed': ({ day }) =>
    `The Statement of Applicability was to be approved again${day ? ` by ${dayWords(day)}` : ''}`,
  acknowledged: ({ count }) => `${count} % of the audience acknowledged the current policy`,
  'acknowledgements-below-threshold': ({ count, detail }) =>
    `Only ${count} % of the audience acknowledged the current policy${detail ? `; ${detail} % are needed` : ''}`,
  'audience-too-small': ({ count, detail }) =>
    `${count} people acknowledged a policy that is said to be addressed to ${detail ?? 'fewer'}: approve it again with the number of people whom it concerns`,
  'audience-nobody': () => 'The AI policy is approved for an audience of nobody, so nobody is asked to confirm it',
  'audience-empty': () => 'No member of the groups that the AI policy is addressed to counts by now',
  'audience-unreadable': ({ day }) =>
    `A group that the AI policy is addressed to cannot be read${day ? ` since ${dayWords(day)}` : ''}: approve the policy again with groups that are there`,
  'audience-as-last-read': ({ day }) =>
    `A group of the audience cannot be read${day ? ` since ${dayWords(day)}` : ''}, and counts for 7 days as it was last read`,
  'joined-lately': ({ count, detail }) => `${count} joined lately, ${detail ?? '0'} confirmed`,
  'corrective-steps-complete': ({ count }) =>
    `${counted(count, 'closed nonconformity has', 'closed nonconformities have')} all steps`,
  'corrective-steps-missing': ({ count }) =>
    `${counted(count, 'closed nonconformity lacks', 'closed nonconformities lack')} a step of 10.2`,
  'none-closed-lately': () =>
    'No nonconformity was closed in the last 12 months, and no audit says that there was none',
  'nonconformity-overdue': ({ count }) => `${counted(count, 'nonconformity is', 'nonconformities are')} overdue`,
} as const satisfies Record<string, (reason: ReasonView) => string>;

/** A code that this screen does not know yet is shown as its own words, never left out. */
export function reasonWords(reason: ReasonView): string {
  const words: Readonly<Record<string, (reason: ReasonView) => string>> = REASON_WORDS;
  return words[reason.code]?.(reason) ?? inWords(reason.code);
}
