import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { Adf } from '../../adf/adf';
import { AdfView } from '../../adf/adf-view';
import { momentOf } from '../../core/moment';
import { usePeople } from '../../core/people';
import { Loaded, Refusal } from '../../core/refusal';
import { useSession } from '../../core/session';
import { asRefused, type Refused, rest, useRest } from '../../core/site';
import { documentWithMentions } from '../fields/mentions';
import type { Issue, User } from '../jira';
import { IssueHistory } from './issue-history';

interface Comment {
  id: string;
  author: User;
  body: Adf;
  created: string;
}

/** Comments and history of the issue. */
export function IssueActivity({ issue, onCommented }: { issue: Issue; onCommented: () => void }) {
  return (
    <section aria-labelledby="activity">
      <Heading size="small" as="h2" id="activity">
        Activity
      </Heading>
      <Tabs id="activity-tabs">
        <TabList>
          <Tab>Comments</Tab>
          <Tab>History</Tab>
        </TabList>
        <TabPanel>
          <Comments issue={issue} onCommented={onCommented} />
        </TabPanel>
        <TabPanel>
          <IssueHistory key={issue.fields.updated} issueKey={issue.key} />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function Comments({ issue, onCommented }: { issue: Issue; onCommented: () => void }) {
  const read = useRest<{ comments: Comment[] }>(`/issue/${issue.key}/comment?maxResults=100`);
  const { accountId } = useSession();
  return (
    <div className="activity">
      <Loaded read={read} label="Loading comments">
        {({ comments }) => (
          <>
            {comments.length === 0 && <p className="subtle">No comments yet.</p>}
            {comments.map(({ id, author, body, created }) => (
              <article key={id} className="comment">
                <p>
                  <strong>{author.displayName}</strong> <span className="subtle small">{momentOf(created)}</span>
                </p>
                <AdfView document={body} />
              </article>
            ))}
          </>
        )}
      </Loaded>
      {accountId !== null && (
        <NewComment
          issueKey={issue.key}
          onAdded={() => {
            read.reload();
            onCommented();
          }}
        />
      )}
    </div>
  );
}

function NewComment({ issueKey, onAdded }: { issueKey: string; onAdded: () => void }) {
  const people = usePeople();
  const [text, setText] = useState('');
  const [error, setError] = useState<Refused | null>(null);
  const add = async () => {
    try {
      await rest('POST', `/issue/${issueKey}/comment`, { body: documentWithMentions(text, people) });
      setText('');
      setError(null);
      onAdded();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <form
      className="new-comment"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextArea
        aria-label="New comment"
        placeholder="Add a comment; @ and a name mention somebody"
        minimumRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" isDisabled={text.trim() === ''}>
        Comment
      </Button>
      {error && <Refusal error={error} />}
    </form>
  );
}
