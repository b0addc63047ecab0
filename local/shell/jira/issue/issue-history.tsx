import ArrowRightIcon from '@atlaskit/icon/core/arrow-right';
import { momentOf, plainOf } from '../../core/moment';
import { Loaded } from '../../core/refusal';
import { useRest } from '../../core/site';
import type { User } from '../jira';

interface Change {
  id: string;
  author: Partial<User>;
  created: string;
  items: { field: string; fromString: string | null; toString: string | null }[];
}

const SHOWN = 100;

/** The changelog, newest first. */
export function IssueHistory({ issueKey }: { issueKey: string }) {
  const path = `/issue/${issueKey}/changelog?maxResults=${SHOWN}`;
  const read = useRest<{ values: Change[]; total: number }>(path);
  return (
    <div className="activity">
      <Loaded read={read} label="Loading the history">
        {({ values, total }) => (
          <>
            {values.length === 0 && <p className="subtle">Nothing has been changed since the issue was created.</p>}
            {total > values.length && (
              <p className="subtle">
                The first {values.length} of {total} changes.
              </p>
            )}
            <ol className="history">
              {[...values].reverse().map(({ id, author, created, items }) => (
                <li key={id}>
                  <p>
                    <strong>{author.displayName ?? 'Somebody'}</strong>{' '}
                    <span className="subtle small">{momentOf(created)}</span>
                  </p>
                  <ul>
                    {items.map((item, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a change never changes
                      <li key={index}>
                        {item.field}: <s className="subtle">{textOf(item, 'fromString')}</s>
                        <ArrowRightIcon label="became" size="small" /> {textOf(item, 'toString')}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** `toString` is also a method of every object: only text of the answer counts. */
function textOf(item: Change['items'][number], name: 'fromString' | 'toString'): string {
  const value: unknown = Object.hasOwn(item, name) ? item[name] : null;
  return typeof value === 'string' && value !== '' ? plainOf(value) : 'none';
}
