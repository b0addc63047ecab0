import type { Condition } from '../domain/applicability/condition';
import type { PointCode, WarningCode } from '../domain/statement/points';
import type { ReasonKind } from '../domain/statement/row';
import { counted } from './numbers';

/** Rows of the Statement of Applicability, apart from what every frame says of it. */
export const REASON_KIND_WORDS: Readonly<Record<ReasonKind, string>> = {
  risk: 'Risk',
  law: 'Law',
  contract: 'Contract',
  'business-practice': 'Business practice',
  'own-choice': 'Own choice',
  'not-typed': 'Kind not chosen yet',
};

/** Of which AI systems a control with a condition asks, after "Applies to". */
export const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  'triage-not-none': 'AI systems that need an impact assessment',
  'third-parties-involved': 'AI systems in which third parties have a part',
  'develop-or-adapt': 'AI systems that we develop or adapt',
  'develop-adapt-or-control-input-data': 'AI systems that we develop or adapt, or whose input data we control',
  'control-logs': 'AI systems whose logs we control',
  'develop-or-provide': 'AI systems that we develop or provide to others',
  use: 'AI systems that we use ourselves',
};
export const EVERYWHERE = 'every AI system';

/** What is open in a row before the Statement can be submitted. */
export const POINT_WORDS: Readonly<Record<PointCode, string>> = {
  undecided: 'Nobody has decided whether it applies.',
  'excluded-though-needed': 'It is excluded, but AI risks need it: include it, or treat these risks otherwise.',
  'without-reason': 'It has no reason.',
  'not-typed': 'A reason has no kind: say whether it is a risk, a law, a contract, business practice or own choice.',
  'too-short': 'A reason is shorter than 20 characters.',
  'risk-missing': 'Its reason is a risk, but no AI risk names this control.',
  'excluded-by-risk': 'A risk can be the reason to exclude it only while no AI risk names it.',
};

/** What is worth a look, and keeps nothing back. */
export const WARNING_WORDS: Readonly<Record<WarningCode, string>> = {
  'one-text-for-all': 'Several excluded controls have one and the same reason: write each',
  'risks-gone': 'All risks that are given as the reason are gone: give another',
  'nobody-responsible': 'Nobody is responsible',
};

/** What a reason rests on besides what is shown; empty where there is nothing. */
export const hiddenLinksWords = (count: number): string =>
  count === 0 ? '' : `It also rests on ${counted(count, 'issue', 'issues')} that you may not see; they stay linked.`;

export const IMPLEMENTATION_NOTE = 'Implementation note';
/** What a field of a row is called, in comparisons and exports. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  applicable: 'Applies',
  appliesWhen: 'Condition',
  reasons: 'Reasons',
  responsible: 'Responsible',
  note: IMPLEMENTATION_NOTE,
  title: 'Title',
  text: 'Text',
  group: 'Group',
};

/** What the figure beside a control is not. */
export const STATE_IS_NO_REASON =
  'The state is calculated from linked evidence. It is printed beside the decision and is never a reason for it.';
