import { Fragment, type ReactNode, useState } from 'react';
import { momentOf } from '../../core/moment';
import { Panel } from '../../core/panel';
import { dataOf, rest, useRest } from '../../core/site';
import { kindOf, wordsOf } from '../fields/convert';
import { FieldsForm } from '../fields/fields-form';
import { type FormLayout, tabbed, useFormIfAny } from '../fields/form';
import type { FieldMeta, Issue } from '../jira';
import { Person } from '../signs';

interface Props {
  issue: Issue;
  metas: readonly FieldMeta[];
  onChanged: () => void;
}

/** Shown elsewhere on the page. */
const ELSEWHERE = ['summary', 'description', 'issuelinks', 'status', 'issuetype', 'project', 'created', 'updated'];
const NOT_SHOWN = [...ELSEWHERE, 'environment', 'parent', 'subtasks', 'comment', 'reporter', 'creator', 'watches'];

/** The fields of the issue by the tabs of its screen: filled ones first, empty ones on demand; each is edited in place. */
export function IssueFields({ issue, metas, onChanged }: Props) {
  const [all, setAll] = useState(false);
  const editable = metas.filter((meta) => kindOf(meta) !== null && !ELSEWHERE.includes(meta.key));
  const isEmpty = (meta: FieldMeta) => wordsOf(issue.fields[meta.key]) === '–';
  const empty = editable.filter((meta) => isEmpty(meta) && meta.key !== 'assignee');
  const shown = all ? editable : editable.filter((meta) => !empty.includes(meta));
  // Whoever may not give a level is not offered the field, and sees what the issue has.
  const hasLevel = metas.length > 0 && issue.fields.security != null && !metas.some(({ key }) => key === 'security');
  const layout = useFormIfAny('edit', issue.fields.project.key, issue.fields.issuetype.id);
  const groups = tabbed(shown, layout);
  return (
    <Panel name="details" title="Details">
      {groups.map(({ name, fields }) => (
        <Fragment key={name}>
          {groups.length > 1 && <h3 className="details-group">{name}</h3>}
          <dl className="details">
            {fields.map((meta) => (
              <Field key={meta.key} issue={issue} meta={meta} layout={layout} onChanged={onChanged} />
            ))}
          </dl>
        </Fragment>
      ))}
      {groups.length > 1 && <h3 className="details-group">People and dates</h3>}
      <dl className="details">
        {metas.length === 0 && <ReadOnlyFields issue={issue} />}
        {!shown.some(({ key }) => key === 'reporter') && (
          <Row name="Reporter">
            <Person user={issue.fields.reporter} nobody="Nobody" />
          </Row>
        )}
        {hasLevel && <Row name="Security Level">{wordsOf(issue.fields.security)}</Row>}
        {issue.fields.created && <Row name="Created">{momentOf(issue.fields.created)}</Row>}
        {issue.fields.updated && <Row name="Updated">{momentOf(issue.fields.updated)}</Row>}
      </dl>
      {empty.length > 0 && (
        <button type="button" className="quiet" onClick={() => setAll(!all)}>
          {all ? 'Hide empty fields' : `Show ${empty.length} empty ${empty.length === 1 ? 'field' : 'fields'}`}
        </button>
      )}
    </Panel>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="detail">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface FieldProps {
  issue: Issue;
  meta: FieldMeta;
  layout: FormLayout;
  onChanged: () => void;
}

function Field({ issue, meta, layout, onChanged }: FieldProps) {
  const [editing, setEditing] = useState(false);
  const value = issue.fields[meta.key];
  return (
    <Row name={meta.name}>
      {editing ? (
        <FieldsForm
          metas={[meta]}
          layout={{ tabs: [], descriptions: layout.descriptions }}
          values={issue.fields}
          submit="Save"
          isBare
          onCancel={() => setEditing(false)}
          onSubmit={async (fields) => {
            await rest('PUT', `/issue/${issue.key}`, { fields });
            setEditing(false);
            onChanged();
          }}
        />
      ) : (
        <button type="button" className="in-place" onClick={() => setEditing(true)}>
          {kindOf(meta) === 'user' ? <Person user={value as never} /> : wordsOf(value)}
          <span className="unseen">, edit {meta.name}</span>
        </button>
      )}
    </Row>
  );
}

/** For somebody who may look and not edit: Jira names no fields to edit, so their names come from the list of all. */
function ReadOnlyFields({ issue }: { issue: Issue }) {
  const names = dataOf(useRest<{ id: string; name: string }[]>('/field')) ?? [];
  const shown = names.filter(({ id }) => !NOT_SHOWN.includes(id) && wordsOf(issue.fields[id]) !== '–');
  return (
    <>
      {shown.map(({ id, name }) => (
        <Row key={id} name={name}>
          {wordsOf(issue.fields[id])}
        </Row>
      ))}
    </>
  );
}
