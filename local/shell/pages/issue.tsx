import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import { wordsOf } from '../fields/convert';
import type { FieldMeta, Issue } from '../jira';
import { Refusal } from '../refusal';
import { useRest } from '../site';
import { IssueFields } from './issue-fields';
import { IssueLinks } from './issue-links';
import { IssueTransitions } from './issue-transitions';

/** An issue with what a person does to it: transitions, fields, links. */
export function IssuePage({ issueKey }: { issueKey: string }) {
  const issue = useRest<Issue>(`/issue/${issueKey}`);
  const editing = useRest<{ fields: Record<string, FieldMeta> }>(`/issue/${issueKey}/editmeta`);
  const reload = () => {
    issue.reload();
    editing.reload();
  };
  if (issue.reading.state === 'loading') return <Spinner label={`Loading ${issueKey}`} />;
  if (issue.reading.state === 'refused') return <Refusal error={issue.reading.error} />;
  const { key, fields } = issue.reading.data;
  const metas = editing.reading.state === 'loaded' ? Object.values(editing.reading.data.fields) : [];
  return (
    <article className="issue">
      <p className="subtle">
        {fields.project.name} / {fields.issuetype.name} / {key}
      </p>
      <Heading size="large" as="h1">
        {fields.summary}
      </Heading>
      <IssueTransitions issue={issue.reading.data} onDone={reload} />
      <IssueFields issue={issue.reading.data} metas={metas} onSaved={reload} />
      <IssueLinks issue={issue.reading.data} onChanged={reload} />
      <p className="subtle small">
        Reported by {wordsOf(fields.reporter)} · resolution {wordsOf(fields.resolution)}
      </p>
    </article>
  );
}
