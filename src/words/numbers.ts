/** A count as a person reads it, such as "30,750". */
export const countWords = (count: number): string => new Intl.NumberFormat('en-GB').format(count);

/** After what is listed: how much is not. */
export const andMoreWords = (count: number): string => `and ${countWords(count)} more`;

const NUMBER = new Intl.PluralRules('en-GB');

/** What agrees with a count that stands before it: `one` with 1, `many` with 0, 2, 1,991 … */
export const agreeing = (count: number, one: string, many: string): string =>
  NUMBER.select(count) === 'one' ? one : many;

/** A count with its noun, such as "1 AI system" or "1,991 AI systems". */
export const counted = (count: number, one: string, many: string): string =>
  `${countWords(count)} ${agreeing(count, one, many)}`;
