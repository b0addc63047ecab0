import { dayWords } from '../../days';
import { aiSystemsWords } from '../../figures';
import { countWords } from '../../numbers';

/** What counts as evidence of a requirement. */
const EVIDENCE: Readonly<Record<'document' | 'record' | 'work', string>> = {
  document: 'an approved document',
  record: 'a record: a finished issue with an effective date, or a page marked as a record',
  work: 'finished work, a record or a document',
};

export const evidenceWords = (kind: keyof typeof EVIDENCE, validForMonths: number): string =>
  `Counts: ${EVIDENCE[kind]}. Valid for ${validForMonths} months unless a review date says otherwise (our setting).`;

/** How much a requirement helps with an article of the EU AI Act. */
const STRENGTHS: Readonly<Record<string, string>> = {
  strong: 'helps much with',
  partial: 'helps in part with',
  little: 'helps a little with',
  screen: 'helps to screen for',
};

export const articleWords = ({
  article,
  title,
  strength,
}: {
  article: string;
  title: string;
  strength: string;
}): string => `${STRENGTHS[strength] ?? strength} Article ${article.replace(/\D*/, '')}: ${title}`;

/** Headings. */
export const asksWords = (standard: string): string => `What ${standard} asks (in our words)`;
export const OUR_ADVICE = 'Our advice';
export const OUR_EXAMPLES = 'Our examples:';
export const LINKED_ITEMS = 'Linked items';
export const TWINS = 'Twins in other standards (our reading)';
export const EU_AI_ACT = 'EU AI Act';
export const NO_STATEMENT = 'Not a statement on compliance.';
export const SHOW_HISTORY = 'Show the last 90 days';

/** Where it stands in its standard, and how often it is met. */
export function placeWords(
  { kind, group, scopeLevel }: { kind: 'clause' | 'control'; group: string; scopeLevel: 'organisation' | 'ai-system' },
  dueFrom: string | null,
): string {
  const place = kind === 'clause' ? `Clause ${group}` : `Annex A, group ${group}`;
  if (scopeLevel === 'organisation') return `${place} · met once for the organisation (our model)`;
  return `${place} · for every AI system${dueFrom ? `, due from ${dueFrom.replaceAll('-', ' ')}` : ''} (our model)`;
}

/** "worst of 3 AI systems, 1 implemented · renew before 12 Nov 2026", as far as there is something to say. */
export function progressWords(
  systems: { implemented: number; due: number } | null | undefined,
  renewBefore: string | null,
): string {
  const worst =
    systems && systems.due > 0
      ? `worst of ${aiSystemsWords(systems.due)}, ${countWords(systems.implemented)} implemented`
      : '';
  const renew = renewBefore === null ? '' : `renew before ${dayWords(renewBefore)}`;
  return [worst, renew].filter(Boolean).join(' · ');
}

/** Below the AI systems that are listed, or instead of them. */
export const notListedWords = (count: number): string =>
  `${aiSystemsWords(count)} counted but not listed: beyond this list, or not yours to see`;

/** The table of what is linked. */
export const REVIEW_DUE = 'Review due';
export const NONE_YET = 'None yet. Set the field “AIMS requirements” of an issue to this requirement.';
export const NONE_NEEDED = 'None: the state follows from decisions that the app keeps.';
