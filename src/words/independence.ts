import { counted } from './numbers';

/** Why somebody may not conclude on a requirement (9.2.2): what of it is their own. */
const DECIDED = {
  'statement-row': 'its row in the Statement of Applicability',
  'statement-approval': 'the Statement of Applicability',
  criteria: 'the risk criteria',
  'met-in-common': 'that it is met in common',
  'impact-triage': 'the triage of the impact assessment',
  triage: 'the triage',
  'in-common': 'that it is met in common, as approved',
  'policy-approval': 'the AI policy',
} as const;

/** What somebody did who accepted a risk, or closed, dismissed or lowered a nonconformity. */
export const SETTLED = 'accepted or closed it';

/** What they decided or approved; kinds that make nobody a party are left out. */
const decidedWords = (kind: string): string[] => {
  const words = (DECIDED as Readonly<Record<string, string>>)[kind];
  return words === undefined ? [] : [words];
};

/**
 * What is their own of all that counts there.
 * @param decided kinds of decisions and approvals that they had a part in
 * @param named the issues that they may see, and what part they had in each
 * @param more how many others there are
 */
export function ownWorkWords(
  decided: readonly string[],
  named: readonly { parts: readonly string[]; key: string }[],
  more: number,
): string {
  const own = [
    ...named.map(({ parts, key }) => `${key} (${parts.join(', ')})`),
    ...decided.flatMap((kind) => decidedWords(kind)),
    ...(more > 0 ? [named.length > 0 ? `${more} more` : counted(more, 'item', 'items')] : []),
  ];
  return own.length === 0 ? '' : `You own or approved ${own.join(', ')}.`;
}
