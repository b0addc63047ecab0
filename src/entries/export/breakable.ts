/** Words of more letters do not fit a column; shorter ones are never broken. */
const LONGEST_WORD = 24;
/** A place where a line may end, which shows nothing. */
const BREAK = '\u200B';

/** A text in which long words, such as addresses and names of files, may go on in the next line after `/ . - _`. */
export const breakable = (text: string): string =>
  text.replace(/\S+/gu, (word) => (isLong(word) ? broken(word) : word));

/** A number or a day is no word, however long it is written. */
const isLong = (word: string): boolean => [...word].length > LONGEST_WORD && /\p{L}/u.test(word);

/** Not at the end, where the line may end anyway. */
const broken = (word: string): string => word.replace(/[/._-]+(?=[^/._-])/g, (signs) => signs + BREAK);
