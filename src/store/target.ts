const LENGTH = 64;

/**
 * What a reference leads to when it is no item: a word or an account id may be longer than a target. It is cut alike where it is
 * written and where it is asked for.
 */
export const targetOf = (text: string): string => text.slice(0, LENGTH);
