import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { AdfView } from '../../adf/adf-view';
import { rest } from '../../core/site';
import { FieldsForm } from '../fields/fields-form';
import type { FieldMeta, Issue } from '../jira';

interface Props {
  issue: Issue;
  meta: FieldMeta | undefined;
  onChanged: () => void;
}

export function IssueDescription({ issue, meta, onChanged }: Props) {
  const [editing, setEditing] = useState(false);
  const { description } = issue.fields;
  return (
    <section aria-labelledby="description">
      <div className="section-head">
        <Heading size="small" as="h2" id="description">
          Description
        </Heading>
        {meta && !editing && (
          <Button appearance="subtle" spacing="compact" aria-label="Edit description" onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
      </div>
      {editing && meta ? (
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
      ) : description ? (
        <AdfView document={description} />
      ) : (
        <p className="subtle">No description yet.</p>
      )}
    </section>
  );
}
