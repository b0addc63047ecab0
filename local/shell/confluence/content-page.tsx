import { useEffect } from 'react';
import { replace } from '../core/address';
import { Loaded } from '../core/refusal';
import { useWiki } from '../core/site';
import { addressOfEditor, addressOfPage, type PageHead, type Space } from './confluence';

/** Finds the address of a page that is known by its id alone. */
export function ContentPage({ pageId, toEditor }: { pageId: string; toEditor: boolean }) {
  const page = useWiki<PageHead>(`/api/v2/pages/${pageId}`);
  return (
    <div className="page">
      <Loaded read={page} label="Loading the page">
        {({ spaceId }) => <Forward spaceId={spaceId} pageId={pageId} toEditor={toEditor} />}
      </Loaded>
    </div>
  );
}

function Forward({ spaceId, pageId, toEditor }: { spaceId: string; pageId: string; toEditor: boolean }) {
  const space = useWiki<Space>(`/api/v2/spaces/${spaceId}`);
  return (
    <Loaded read={space} label="Loading the page">
      {({ key }) => <Go to={toEditor ? addressOfEditor(key, pageId) : addressOfPage(key, pageId)} />}
    </Loaded>
  );
}

function Go({ to }: { to: string }) {
  useEffect(() => replace(to), [to]);
  return null;
}
