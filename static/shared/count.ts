/** A count as a person reads it, such as "30,750". */
export const countWords = (count: number): string => new Intl.NumberFormat('en-GB').format(count);

/** A count with its noun, such as "1 AI system" or "1,991 AI systems". */
export const counted = (count: number, one: string, many: string): string =>
  `${countWords(count)} ${count === 1 ? one : many}`;
