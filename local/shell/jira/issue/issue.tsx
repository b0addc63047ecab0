import { useCallback, useEffect } from 'react';
import { publish } from '../../../host/bridge/bus';
import { replace } from '../../core/address';
import { Page } from '../../core/page';
import { Loaded } from '../../core/refusal';
import { useSession } from '../../core/session';
import { dataOf, useRest } from '../../core/site';
import { useTitle } from '../../core/title';
import type { FieldMeta, Issue } from '../jira';
import { ArchivedNotice } from '../project/archived-notice';
import { TypeSign } from '../signs';
import { IssueActivity } from './issue-activity';
import { IssueApps } from './issue-apps';
import { IssueAttachments } from './issue-attachments';
import { IssueDescription } from './issue-description';
import { IssueFields } from './issue-fields';
import { IssueLinks } from './issue-links';
import { IssueMenu } from './issue-menu';
import { IssueStatus } from './issue-status';
import { IssueSummary } from './issue-summary';
import { WatchButton } from './watch-button';

/** An issue with what a person does to it, and the app's panels beside it. */
export function IssuePage({ issueKey }: { issueKey: string }) {
  const { accountId } = useSession();
  const issue = useRest<Issue>(`/issue/${issueKey}`);
  const editing = useRest<{ fields: Record<string, FieldMeta> }>(`/issue/${issueKey}/editmeta`);
  const shown = dataOf(issue);
  const key = shown?.key;
  // A moved issue is found by its old key, and shown at its new one.
  useEffect(() => {
    if (key !== undefined && key !== issueKey) replace(`/browse/${key}`);
  }, [key, issueKey]);
  useTitle(shown ? `[${issueKey}] ${shown.fields.summary}` : issueKey, 'Jira');
  const { reload: again } = issue;
  const { reload: editingAgain } = editing;
  const reload = useCallback(() => {
    again();
    editingAgain();
  }, [again, editingAgain]);
  /** Jira tells the apps of the issue view that the issue was changed (manifest-reference/modules/jira-issue-context). */
  const changed = useCallback(
    (changeType: 'updated' | 'commented') => {
      reload();
      if (!shown) return;
      publish('JIRA_ISSUE_CHANGED', {
        issueId: shown.id,
        projectId: shown.fields.project.id,
        changes: [{ changeType, atlassianId: accountId }],
      });
    },
    [reload, shown, accountId],
  );
  const metas = Object.values(dataOf(editing)?.fields ?? {});
  return (
    <Loaded read={issue} label={`Loading ${issueKey}`}>
      {(data) => {
        const { key, fields } = data;
        const metaOf = (id: string) => metas.find((meta) => meta.key === id);
        const onChanged = () => changed('updated');
        return (
          <Page
            crumbs={[
              { text: 'Projects', to: '/projects' },
              { text: fields.project.name, to: `/projects/${fields.project.key}/board` },
              { text: key, to: `/browse/${key}` },
            ]}
            title={
              <span className="issue-title">
                <TypeSign type={fields.issuetype} />
                <IssueSummary issue={data} meta={metaOf('summary')} onChanged={onChanged} />
              </span>
            }
            actions={
              <>
                <WatchButton issue={data} onChanged={reload} />
                <IssueMenu issue={data} />
              </>
            }
            wide
          >
            <ArchivedNotice projectId={fields.project.id} />
            <div className="issue">
              <IssueStatus issue={data} onChanged={onChanged} />
              <div className="issue-main">
                <IssueDescription issue={data} meta={metaOf('description')} onChanged={onChanged} />
                <IssueAttachments issue={data} onChanged={onChanged} />
                <IssueLinks issue={data} onChanged={onChanged} />
                <IssueActivity issue={data} onCommented={() => changed('commented')} />
              </div>
              <aside className="issue-side" aria-label="About this issue">
                <IssueFields issue={data} metas={metas} onChanged={onChanged} />
                <IssueApps issue={data} onRefresh={reload} />
              </aside>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}
