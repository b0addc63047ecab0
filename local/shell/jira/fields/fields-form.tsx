import Button from '@atlaskit/button/new';
import { type ReactNode, useState } from 'react';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused } from '../../core/site';
import type { FieldMeta } from '../jira';
import { type Draft, draftOf, jiraValueOf, kindOf } from './convert';
import { FieldEditor } from './field-editor';

interface Props {
  metas: readonly FieldMeta[];
  /** Values that are there already, by field id. */
  values: Readonly<Record<string, unknown>>;
  submit: string;
  /** Gets the fields that were changed. Throws Refused with what Jira said. */
  onSubmit: (fields: Record<string, unknown>) => Promise<void>;
  onCancel: () => void;
  /** The label is beside the form already. */
  isBare?: boolean;
  children?: ReactNode;
}

/** Edits fields and sends those that were touched. */
export function FieldsForm({ metas, values, submit, onSubmit, onCancel, isBare = false, children }: Props) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [error, setError] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const offered = metas.flatMap((meta) => {
    const kind = kindOf(meta);
    return kind === null ? [] : [{ meta, kind }];
  });
  const send = async () => {
    setSending(true);
    const touched = offered.filter(({ meta }) => meta.key in drafts);
    try {
      await onSubmit(
        Object.fromEntries(touched.map(({ meta, kind }) => [meta.key, jiraValueOf(kind, drafts[meta.key] ?? '')])),
      );
    } catch (refused) {
      setError(asRefused(refused));
      setSending(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      {offered.map(({ meta, kind }) => (
        <div key={meta.key} className="field">
          <label htmlFor={`field-${meta.key}`} className={isBare ? 'unseen' : undefined}>
            {meta.name}
            {meta.required && !meta.hasDefaultValue && ' *'}
          </label>
          <FieldEditor
            id={`field-${meta.key}`}
            meta={meta}
            draft={drafts[meta.key] ?? draftOf(kind, values[meta.key])}
            onChange={(draft) => setDrafts({ ...drafts, [meta.key]: draft })}
          />
          {error?.fields[meta.key] && <p className="field-error">{error.fields[meta.key]}</p>}
        </div>
      ))}
      {error && <Refusal error={error} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={sending}>
          {submit}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
