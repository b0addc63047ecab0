import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useEffect, useState } from 'react';
import type { BylineItem } from '../../../host/http/byline';
import { dayOf, momentOf } from '../../core/moment';
import { useNameOf } from '../../core/people';
import { Portrait } from '../../core/portrait';
import { useModules } from '../../core/session';
import { request } from '../../core/site';
import { ModuleFrame } from '../../frames/module-frame';
import type { PageHead } from '../confluence';

/** Whose page it is, and when and by whom it was changed last. */
export function Byline({ page }: { page: PageHead }) {
  const nameOf = useNameOf();
  const author = nameOf(page.authorId);
  const { version } = page;
  return (
    <>
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
      <BylineItems pageId={page.id} />
    </>
  );
}

/** The app's items, with the words that it keeps with the page; one of them opens its frame. */
function BylineItems({ pageId }: { pageId: string }) {
  const [items, setItems] = useState<readonly BylineItem[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const asks = useModules('confluence:contentBylineItem').length > 0;
  // Read again when a frame was closed: the app may have changed its words.
  useEffect(() => {
    if (!asks || open !== null) return;
    let isCurrent = true;
    request<BylineItem[]>('GET', `/local/byline?pageId=${encodeURIComponent(pageId)}`).then(
      (found) => isCurrent && setItems(found),
      () => isCurrent && setItems([]), // The page itself says what is wrong.
    );
    return () => {
      isCurrent = false;
    };
  }, [asks, open, pageId]);
  const opened = items.find(({ key }) => key === open);
  return (
    <>
      {items.map(({ key, title, tooltip }) => (
        <span key={key} title={tooltip ?? undefined}>
          <Button
            appearance="subtle"
            spacing="compact"
            isSelected={key === open}
            onClick={() => setOpen(key === open ? null : key)}
          >
            {title}
          </Button>
        </span>
      ))}
      {opened && <ModuleFrame moduleKey={opened.key} extension={opened.extension} title={opened.title} />}
    </>
  );
}
