import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useRest } from '../../core/site';
import type { FieldMeta, User } from '../jira';
import { type Draft, kindOf, labelOf } from './convert';

interface Props {
  id: string;
  meta: FieldMeta;
  draft: Draft;
  /** Ids of what is said of the field. */
  describedBy: string | undefined;
  onChange: (draft: Draft) => void;
}

/** One control for each kind of field. */
export function FieldEditor({ id, meta, draft, describedBy, onChange }: Props) {
  const described = describedBy === undefined ? {} : { descriptionId: describedBy };
  const kind = kindOf(meta);
  const text = typeof draft === 'string' ? draft : '';
  const options = (meta.allowedValues ?? []).map((allowed) => ({ value: allowed.id, label: labelOf(allowed) }));
  switch (kind) {
    case 'many':
      return (
        <Select
          inputId={id}
          {...described}
          isMulti
          options={options}
          value={options.filter((option) => draft.includes(option.value))}
          onChange={(chosen) => onChange(chosen.map((option) => option.value))}
        />
      );
    case 'one':
      return (
        <Select
          inputId={id}
          {...described}
          isClearable={!meta.required}
          options={options}
          value={options.find((option) => option.value === draft) ?? null}
          onChange={(chosen) => onChange(chosen?.value ?? '')}
        />
      );
    case 'user':
      return <UserEditor id={id} draft={text} described={described} onChange={onChange} />;
    case 'paragraph':
      return (
        <textarea
          id={id}
          aria-describedby={describedBy}
          className="paragraph"
          rows={4}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <Textfield
          id={id}
          aria-describedby={describedBy}
          type={kind === 'number' ? 'number' : kind === 'date' ? 'date' : 'text'}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

interface UserProps {
  id: string;
  draft: string;
  described: { descriptionId?: string };
  onChange: (draft: Draft) => void;
}

function UserEditor({ id, draft, described, onChange }: UserProps) {
  const { reading } = useRest<User[]>('/users/search?maxResults=1000');
  const users = reading.state === 'loaded' ? reading.data.filter((user) => user.accountType === 'atlassian') : [];
  const options = users.map((user) => ({ value: user.accountId, label: user.displayName }));
  return (
    <Select
      inputId={id}
      {...described}
      isClearable
      isLoading={reading.state === 'loading'}
      options={options}
      value={options.find((option) => option.value === draft) ?? null}
      onChange={(chosen) => onChange(chosen?.value ?? '')}
    />
  );
}
