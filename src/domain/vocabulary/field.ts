/** One field of the vocabulary: described once, for set-up, for reading facts and for whatever shows them. */
export type FieldType = 'textfield' | 'textarea' | 'datepicker' | 'select' | 'multiselect' | 'userpicker';

export type WorkTypeKey = 'ai-system' | 'ai-risk' | 'nonconformity' | 'corrective-action';

/** An option of a select field. What it means is its key; its text in Jira is people's to change. */
export interface Option {
  key: string;
  /** The text under which set-up makes it. */
  text: string;
  /** Keys of the options that cannot be true together with it. */
  excludes?: readonly string[];
}

export interface Field {
  key: string;
  /** The name under which set-up makes it. */
  name: string;
  type: FieldType;
  /** What to enter and what follows from it, as set-up writes it below the field. */
  help: string;
  /** Its place in the form of a work type that has groups (`groups.ts`); the first one where none is named. */
  group?: string;
  /** The app's work types that carry it, or `linked`: every issue type of an enrolled project. */
  on: readonly WorkTypeKey[] | 'linked';
  options?: readonly Option[];
  /**
   * What a fact holds of it, as paths into the fact; absent for fields that are for people alone. While the field is
   * missing in Jira, these keep what was last read.
   */
  fact?: readonly string[];
  /** How the register of its work types uses it; only a field with options can stand there, for a fact holds nobody's prose. */
  register?: RegisterUse;
}

/** A field of a register is a column; people may filter and sort by it where it says so. */
export interface RegisterUse {
  filtered?: true;
  /** In the order of its options. */
  sorted?: true;
  /** The option that an empty field means. */
  empty?: string;
}

/** Makes fields of one work type. */
export const fieldOn =
  (kind: WorkTypeKey) =>
  (key: string, name: string, type: FieldType, more: Omit<Field, 'key' | 'name' | 'type' | 'on'>): Field => ({
    key,
    name,
    type,
    on: [kind],
    ...more,
  });

const option = (
  text: string,
  key: string = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, ''),
): Option => ({
  key,
  text,
});

/** Options whose keys are their texts in lower case. */
export const options = (...texts: string[]): Option[] => texts.map((text) => option(text));

/** Of the options, those of `keys` cannot be true together with any other one. */
export const alone = (all: readonly Option[], ...keys: string[]): Option[] =>
  all.map((one) => {
    const others = all.filter(({ key }) => key !== one.key && (keys.includes(one.key) || keys.includes(key)));
    return others.length === 0 ? one : { ...one, excludes: others.map(({ key }) => key) };
  });

/** Options of which the product has words of its own, by key. */
export const worded = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([key, text]) => ({ key, text }));

export const YES_NO: readonly Option[] = options('Yes', 'No');

/** A scale: the number is the key. */
export const scale = (...words: string[]): Option[] =>
  words.map((word, index) => option(`${index + 1} - ${word}`, String(index + 1)));
