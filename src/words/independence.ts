/** Why somebody may not conclude on a requirement (9.2.2): what of it is their own. */
const DECIDED = {
  'statement-row': 'its row in the Statement of Applicability',
  'statement-approval': 'what was submitted or approved of the Statement of Applicability',
  'met-in-common': 'the decision that it is met in common',
  'impact-triage': 'the triage of the impact assessment',
  triage: 'what was written, submitted or approved of the triage',
  'in-common': 'what was written, submitted or approved of its being met in common',
  'policy-approval': 'the approval of the AI policy',
} as const;

/** What they decided; nothing for kinds that make nobody a party. */
export function decidedWords(kind: string): string[] {
  const words = (DECIDED as Readonly<Record<string, string>>)[kind];
  return words === undefined ? [] : [`Yours: ${words}.`];
}

/**
 * What they had a part in.
 * @param named the issues that they may see, and what part they had in each
 * @param more how many others there are
 */
export const ownWorkWords = (named: readonly { parts: readonly string[]; key: string }[], more: number): string[] => [
  ...(named.length > 0
    ? [`You are or were ${named.map(({ parts, key }) => `${parts.join(' and ')} of ${key}`).join(', ')}.`]
    : []),
  ...(more > 0
    ? [`${named.length > 0 ? 'And' : 'You had a part in'} ${more} ${named.length > 0 ? 'more' : 'that count there'}.`]
    : []),
];
