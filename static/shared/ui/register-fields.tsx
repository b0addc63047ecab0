import Select from '@atlaskit/select';
import { type RegisterField, registerFields, type WorkTypeKey } from '../../../src/contract/register-fields';
import { goTo, useValues } from '../place';
import texts from './text.module.css';

/** Columns and filters that the vocabulary gives a register. */

type Fields = Readonly<Record<string, readonly string[]>>;

/** A field is named in the address by its key; this one had a name before it was a field like others. */
const IN_ADDRESS: Readonly<Record<string, string>> = { 'ai-act-class': 'class' };
const inAddress = (key: string): string => IN_ADDRESS[key] ?? key;

const filteredFields = (kind: WorkTypeKey): RegisterField[] =>
  registerFields(kind).filter(({ register }) => register.filtered);

/** What the address filters by, for the procedures of registers. */
export function useFieldFilter(kind: WorkTypeKey): Record<string, string[]> {
  const address = useValues();
  return Object.fromEntries(
    filteredFields(kind).flatMap(({ key }) => {
      const word = address.get(inAddress(key));
      return word === undefined ? [] : [[key, [word]]];
    }),
  );
}

/** One choice a field, kept in the address. */
export function FieldFilters({ kind }: { kind: WorkTypeKey }) {
  const chosen = useFieldFilter(kind);
  return filteredFields(kind).map(({ key, name, options = [] }) => {
    const choices = options.map(({ text }) => ({ value: text, label: text }));
    const [word] = chosen[key] ?? [];
    // A word of the organisation's own can come with an address.
    const value = word === undefined ? null : { value: word, label: word };
    return (
      <Select
        key={key}
        aria-label={name}
        placeholder={`Any ${name}`}
        isClearable
        options={choices}
        value={value}
        onChange={(option) => goTo({ [inAddress(key)]: option?.value ?? null })}
      />
    );
  });
}

/** Share of the width of such a column, in percent. */
const WIDTH = 12;

/** The columns of the fields, for a register whose rows say their words. */
export const fieldColumns = (kind: WorkTypeKey) =>
  registerFields(kind).map((field) => ({
    key: field.key,
    title: field.name,
    width: WIDTH,
    ...(field.register.sorted ? { sort: `field:${field.key}` as const } : {}),
    cell: ({ fields }: { fields: Fields }) => <FieldWords field={field} fields={fields} />,
  }));

/** What a field says, or what it means that it says nothing. */
export function FieldWords({ field, fields }: { field: RegisterField; fields: Fields }) {
  const words = fields[field.key] ?? [];
  if (words.length > 0) return <>{words.join(', ')}</>;
  return <span className={texts.subtle}>{field.register.empty ?? '–'}</span>;
}
