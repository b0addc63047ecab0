/** The framework whose figures are told unless another is asked for, and whose numbers 0.1.0 wrote without a framework. */
export const MAIN_FRAMEWORK = 'iso42001';

/** A requirement is known as `framework/number`, such as `iso42001/8.4`. */
export const requirementIdOf = (framework: string, number: string): string => `${framework}/${number}`;

export const frameworkOf = (requirementId: string): string => requirementId.slice(0, requirementId.indexOf('/'));

/** The number as people know it from the standard. */
export const numberOf = (requirementId: string): string => requirementId.slice(requirementId.indexOf('/') + 1);

/** The id that a stored word, an issue property or an address means: version 0.1.0 knew numbers of one framework alone. */
export const requirementIdFrom = (word: string): string =>
  word === '' || word.includes('/') ? word : requirementIdOf(MAIN_FRAMEWORK, word);
