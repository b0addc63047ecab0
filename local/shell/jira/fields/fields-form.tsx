import Button from '@atlaskit/button/new';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { type ReactNode, useState } from 'react';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused } from '../../core/site';
import type { FieldMeta } from '../jira';
import { type Draft, draftOf, jiraValueOf, type Kind, kindOf } from './convert';
import { FieldEditor } from './field-editor';
import { type FormLayout, tabbed } from './form';

interface Props {
  metas: readonly FieldMeta[];
  /** Values that are there already, by field id. */
  values: Readonly<Record<string, unknown>>;
  submit: string;
  /** Gets the fields that were changed. Throws Refused with what Jira said. */
  onSubmit: (fields: Record<string, unknown>) => Promise<void>;
  onCancel: () => void;
  /** Tabs and descriptions; without it the fields are one list. */
  layout?: FormLayout;
  /** The label is beside the form already. */
  isBare?: boolean;
  children?: ReactNode;
}

interface Offered {
  key: string;
  meta: FieldMeta;
  kind: Kind;
}

const ONE_LIST: FormLayout = { tabs: [], descriptions: {} };

/** Edits fields and sends those that were touched. */
export function FieldsForm({ metas, values, submit, onSubmit, onCancel, layout = ONE_LIST, isBare, children }: Props) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [error, setError] = useState<Refused | null>(null);
  const [sending, setSending] = useState(false);
  const [tab, setTab] = useState(0);
  const offered = metas.flatMap((meta): Offered[] => {
    const kind = kindOf(meta);
    return kind === null ? [] : [{ key: meta.key, meta, kind }];
  });
  const groups = tabbed(offered, layout);
  const send = async () => {
    setSending(true);
    const touched = offered.filter(({ key }) => key in drafts);
    try {
      await onSubmit(Object.fromEntries(touched.map(({ key, kind }) => [key, jiraValueOf(kind, drafts[key] ?? '')])));
    } catch (refused) {
      const told = asRefused(refused);
      setError(told);
      // What has to be mended may stand on another tab.
      const wrong = groups.findIndex(({ fields }) => fields.some(({ key }) => told.fields[key] !== undefined));
      if (wrong >= 0) setTab(wrong);
      setSending(false);
    }
  };
  const fieldsOf = (fields: readonly Offered[]) =>
    fields.map(({ key, meta, kind }) => (
      <FormField
        key={key}
        meta={meta}
        draft={drafts[key] ?? draftOf(kind, values[key])}
        description={layout.descriptions[key] ?? ''}
        error={error?.fields[key] ?? ''}
        isBare={isBare ?? false}
        onChange={(draft) => setDrafts({ ...drafts, [key]: draft })}
      />
    ));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {children}
      {groups.length > 1 ? (
        <div className="form-tabs">
          <Tabs id="form-tabs" selected={tab} onChange={setTab}>
            <TabList>
              {groups.map(({ name }) => (
                <Tab key={name}>{name}</Tab>
              ))}
            </TabList>
            {groups.map(({ name, fields }) => (
              <TabPanel key={name}>
                <div className="form-tab">{fieldsOf(fields)}</div>
              </TabPanel>
            ))}
          </Tabs>
        </div>
      ) : (
        fieldsOf(groups[0]?.fields ?? [])
      )}
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

interface FieldProps {
  meta: FieldMeta;
  draft: Draft;
  description: string;
  error: string;
  isBare: boolean;
  onChange: (draft: Draft) => void;
}

/** A field with its label, and below it what Jira says of it. */
function FormField({ meta, draft, description, error, isBare, onChange }: FieldProps) {
  const id = `field-${meta.key}`;
  const told = [description === '' ? '' : `${id}-help`, error === '' ? '' : `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={isBare ? 'unseen' : undefined}>
        {meta.name}
        {meta.required && !meta.hasDefaultValue && ' *'}
      </label>
      <FieldEditor id={id} meta={meta} draft={draft} describedBy={told === '' ? undefined : told} onChange={onChange} />
      {description !== '' && (
        <p className="field-help" id={`${id}-help`}>
          {description}
        </p>
      )}
      {error !== '' && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
