import { useState } from 'react';
import { rest } from '../../core/site';
import { FieldsForm } from '../fields/fields-form';
import type { FieldMeta, Issue } from '../jira';

interface Props {
  issue: Issue;
  /** Missing when the person may not edit the issue. */
  meta: FieldMeta | undefined;
  onChanged: () => void;
}

/** The summary; pressing it edits it. */
export function IssueSummary({ issue, meta, onChanged }: Props) {
  const [editing, setEditing] = useState(false);
  if (!meta) return <span>{issue.fields.summary}</span>;
  if (!editing)
    return (
      <button type="button" className="in-place in-place-title" onClick={() => setEditing(true)}>
        {issue.fields.summary}
        <span className="unseen">, edit summary</span>
      </button>
    );
  return (
    <FieldsForm
      metas={[meta]}
      values={issue.fields}
      submit="Save"
      onCancel={() => setEditing(false)}
      onSubmit={async (fields) => {
        await rest('PUT', `/issue/${issue.key}`, { fields });
        setEditing(false);
        onChanged();
      }}
    />
  );
}
