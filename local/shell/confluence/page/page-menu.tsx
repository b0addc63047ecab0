import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import { go } from '../../core/address';
import { Confirm } from '../../core/confirm';
import { useSession } from '../../core/session';
import { asRefused, Refused, wiki } from '../../core/site';
import { useFlags } from '../../frames/host-ui';
import { addressOfHistory, addressOfPage, type Page, type Space } from '../confluence';
import { treeChanged } from '../tree/tree-change';
import { CopyDialog } from './copy-dialog';

interface Props {
  space: Space;
  page: Page;
  may: (operation: string) => boolean;
  onChanged: () => void;
}

/** What one does to a page beside editing it. */
export function PageMenu({ space, page, may, onChanged }: Props) {
  const flags = useFlags();
  const { accountId } = useSession();
  const [asking, setAsking] = useState<'archive' | 'copy' | 'delete' | null>(null);
  const copy = async () => {
    await navigator.clipboard?.writeText(location.origin + addressOfPage(space.key, page.id));
    flags.show({ id: 'copied', type: 'success', title: 'The link is copied', isAutoDismiss: true });
  };
  const word = async () => {
    try {
      await download(`/local/export/word?pageId=${page.id}`, `${page.title}.docx`);
    } catch (error) {
      const description = asRefused(error).message;
      flags.show({ id: 'word', type: 'error', title: 'The page was not exported', description });
    }
  };
  const left = () => {
    treeChanged();
    go(`/wiki/spaces/${space.key}`);
  };
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        label="Actions of the page"
        placement="bottom-end"
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton ref={triggerRef} {...trigger} icon={MoreIcon} label="More actions" appearance="subtle" />
        )}
      >
        <DropdownItemGroup>
          <DropdownItem onClick={() => void copy()}>Copy link</DropdownItem>
          {accountId !== null && page.status === 'current' && (
            <DropdownItem onClick={() => setAsking('copy')}>Copy page</DropdownItem>
          )}
          <DropdownItem onClick={() => go(addressOfHistory(space.key, page.id))}>Version history</DropdownItem>
        </DropdownItemGroup>
        <DropdownItemGroup title="Export" hasSeparator>
          <DropdownItem onClick={() => void open(`/wiki/export/${page.id}`, '_blank', 'noopener')}>
            Export to PDF
          </DropdownItem>
          <DropdownItem onClick={() => void word()}>Export to Word</DropdownItem>
        </DropdownItemGroup>
        {(may('archive') || may('delete')) && (
          <DropdownItemGroup hasSeparator>
            {may('archive') && page.status === 'current' && (
              <DropdownItem onClick={() => setAsking('archive')}>Archive</DropdownItem>
            )}
            {may('delete') && <DropdownItem onClick={() => setAsking('delete')}>Move to trash</DropdownItem>}
          </DropdownItemGroup>
        )}
      </DropdownMenu>
      {asking === 'copy' && <CopyDialog space={space} page={page} onClose={() => setAsking(null)} />}
      {asking === 'archive' && (
        <Confirm
          title={`Archive “${page.title}”?`}
          action="Archive"
          onClose={() => setAsking(null)}
          onConfirm={async () => {
            await wiki('POST', '/rest/api/content/archive', { pages: [{ id: Number(page.id) }] });
            treeChanged();
            onChanged();
          }}
        >
          The page leaves the tree. It can still be opened by its address.
        </Confirm>
      )}
      {asking === 'delete' && (
        <Confirm
          title={`Move “${page.title}” to the trash?`}
          action="Move to trash"
          onClose={() => setAsking(null)}
          onConfirm={async () => {
            await wiki('DELETE', `/api/v2/pages/${page.id}`);
            left();
          }}
        >
          The page can be taken back from the trash of the space.
        </Confirm>
      )}
    </>
  );
}

/** Fetches a file first, so that a refusal is read and not saved. @throws Refused */
async function download(path: string, name: string): Promise<void> {
  const response = await fetch(path);
  if (!response.ok) {
    const { message } = (await response.json().catch(() => ({}))) as { message?: string };
    throw new Refused(response.status, message ?? `The site answered ${response.status}.`, {});
  }
  const address = URL.createObjectURL(await response.blob());
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address));
}
