import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import { kindOf, wordsOf } from '../fields/convert';
import { FieldsForm } from '../fields/fields-form';
import type { FieldMeta, Issue } from '../jira';
import { rest } from '../site';

interface Props {
  issue: Issue;
  metas: readonly FieldMeta[];
  onSaved: () => void;
}

/** The fields of the issue's screens: read, or edited one at a time. */
export function IssueFields({ issue, metas, onSaved }: Props) {
  const [editing, setEditing] = useState<string | null>(null);
  const offered = metas.filter((meta) => kindOf(meta) !== null);
  return (
    <section aria-labelledby="details">
      <Heading size="small" as="h2" id="details">
        Details
      </Heading>
      <dl className="details">
        {offered.map((meta) => (
          <div key={meta.key} className="detail">
            <dt>{meta.name}</dt>
            <dd>
              {editing === meta.key ? (
                <FieldsForm
                  metas={[meta]}
                  values={issue.fields}
                  submit="Save"
                  onCancel={() => setEditing(null)}
                  onSubmit={async (fields) => {
                    await rest('PUT', `/issue/${issue.key}`, { fields });
                    setEditing(null);
                    onSaved();
                  }}
                />
              ) : (
                <>
                  <span className="detail-value">{wordsOf(issue.fields[meta.key])}</span>
                  <Button
                    appearance="subtle"
                    spacing="compact"
                    aria-label={`Edit ${meta.name}`}
                    onClick={() => setEditing(meta.key)}
                  >
                    Edit
                  </Button>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {offered.length === 0 && <p className="subtle">You may not edit this issue.</p>}
    </section>
  );
}
