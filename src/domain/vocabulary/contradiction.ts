import type { Field, Option } from './field';

/** The options that words of the vocabulary stand for; an option of people's own means nothing here. */
const saidBy = ({ options = [] }: Field, words: readonly string[]): Option[] =>
  options.filter(({ text }) => words.includes(text));

/**
 * Keys of the options that cannot all be true, in the vocabulary's order; none where nothing contradicts.
 * @param words what an item says in the field, as a fact holds it: told by id, whatever the option is called in Jira
 */
export function contradicting(field: Field, words: readonly string[]): string[] {
  const said = saidBy(field, words);
  return said.filter((one) => said.some((other) => excludes(one, other) || excludes(other, one))).map(({ key }) => key);
}

const excludes = (one: Option, other: Option): boolean => one.excludes?.includes(other.key) ?? false;
