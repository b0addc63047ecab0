import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { lazy, Suspense, useState } from 'react';
import type { Adf } from '../../adf/adf';
import { AdfView } from '../../adf/adf-view';
import { rest } from '../../core/site';
import { Waiting } from '../../core/waiting';
import type { FieldMeta, Issue } from '../jira';

const DescriptionForm = lazy(() => import('../../editor/description-form'));
const EMPTY: Adf = { type: 'doc', version: 1, content: [] };

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
        <Suspense fallback={<Waiting label="Loading the editor" />}>
          <DescriptionForm
            document={description ?? EMPTY}
            onCancel={() => setEditing(false)}
            onSave={async (document) => {
              await rest('PUT', `/issue/${issue.key}`, { fields: { description: document } });
              setEditing(false);
              onChanged();
            }}
          />
        </Suspense>
      ) : description ? (
        <AdfView document={description} />
      ) : (
        <p className="subtle">No description yet.</p>
      )}
    </section>
  );
}
