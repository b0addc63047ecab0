import Lozenge from '@atlaskit/lozenge';
import { dayOf, momentOf } from '../../core/moment';
import { useNameOf } from '../../core/people';
import { Portrait } from '../../core/portrait';
import type { PageHead } from '../confluence';

/** Whose page it is, and when and by whom it was changed last. */
export function Byline({ page }: { page: PageHead }) {
  const nameOf = useNameOf();
  const author = nameOf(page.authorId);
  const { version } = page;
  return (
    <p className="byline">
      <Portrait name={author} size="small" />
      <span>
        By <strong>{author}</strong>
        <span className="subtle">
          {' · '}
          {version.number === 1 ? (
            <>created {dayOf(page.createdAt)}</>
          ) : (
            <>
              updated <time dateTime={version.createdAt}>{momentOf(version.createdAt)}</time> by{' '}
              {nameOf(version.authorId)}
            </>
          )}
          {' · version '}
          {version.number}
        </span>
      </span>
      {page.status === 'archived' && <Lozenge appearance="moved">Archived</Lozenge>}
    </p>
  );
}
