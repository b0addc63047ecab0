import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { CriteriaRow } from '../../../src/contract/criteria';
import { ACCEPTOR_WORDS, CRITERIA_FIELDS } from '../../../src/words/criteria';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';

interface Props {
  row: CriteriaRow;
  isWriting: boolean;
  write: (row: CriteriaRow) => Promise<void>;
  onCancel: () => void;
}

type Value = string | number | { readonly [field: string]: Value };
type Body = Readonly<Record<string, Value>>;

/** The fields of one row, by what each of them holds. */
export function RowForm({ row, isWriting, write, onCancel }: Props) {
  const [body, setBody] = useState<Body>(row.body);
  return (
    <form
      className={layout.stack}
      onSubmit={(event) => {
        event.preventDefault();
        // The server looks at every field: what a row holds is said once, in the contract.
        void write({ key: row.key, body } as CriteriaRow);
      }}
    >
      <Fields body={body} path="" onChange={setBody} />
      <div className={layout.buttons}>
        <Button type="submit" appearance="primary" isLoading={isWriting}>
          Save
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  body: Body;
  /** Where they stand, in words, for whoever does not see it. */
  path: string;
  onChange: (body: Body) => void;
}

function Fields({ body, path, onChange }: FieldsProps) {
  return Object.entries(body).map(([field, value]) => {
    const label = CRITERIA_FIELDS.names[field] ?? field;
    const name = path === '' ? label : `${path}: ${label}`;
    const set = (next: Value) => onChange({ ...body, [field]: next });
    if (typeof value === 'object')
      return (
        <fieldset key={field}>
          <legend>{label}</legend>
          <Fields body={value} path={label} onChange={set} />
        </fieldset>
      );
    return (
      <div key={field}>
        <span className={texts.small}>{label}</span>
        <Field field={field} name={name} value={value} onChange={set} />
      </div>
    );
  });
}

const ACCEPTORS = Object.entries(ACCEPTOR_WORDS).map(([value, label]) => ({ value, label }));
/** What fits into a line. */
const SHORT: ReadonlySet<string> = new Set(['word', 'often', 'says']);

interface FieldProps {
  field: string;
  name: string;
  value: string | number;
  onChange: (value: string | number) => void;
}

function Field({ field, name, value, onChange }: FieldProps) {
  if (field === 'who')
    return (
      <Select
        aria-label={name}
        options={ACCEPTORS}
        value={ACCEPTORS.find((one) => one.value === value) ?? null}
        onChange={(option) => option && onChange(option.value)}
      />
    );
  if (typeof value === 'number')
    return (
      <Textfield
        type="number"
        aria-label={name}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    );
  if (SHORT.has(field))
    return <Textfield aria-label={name} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
  return (
    <TextArea
      aria-label={name}
      minimumRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
