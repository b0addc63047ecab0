import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import { go } from '../../core/address';
import { asRefused, wiki } from '../../core/site';
import { useFlags } from '../../frames/host-ui';
import type { PageHead, Space } from '../confluence';
import { MovePage } from './move-page';
import { type Branch, neighboursOf } from './tree';
import { treeChanged } from './tree-change';

interface Props {
  page: PageHead;
  space: Space;
  branches: readonly Branch[];
  all: readonly PageHead[];
}

/** What one does to a page in the tree; moving works by keyboard as well. */
export function BranchMenu({ page, space, branches, all }: Props) {
  const flags = useFlags();
  const [moving, setMoving] = useState(false);
  const { before, after } = neighboursOf(branches, page.id) ?? { before: null, after: null };
  const move = async (position: 'before' | 'after', target: PageHead) => {
    try {
      await wiki('PUT', `/rest/api/content/${page.id}/move/${position}/${target.id}`);
      treeChanged();
    } catch (error) {
      flags.show({
        id: `move-${page.id}`,
        type: 'error',
        title: 'The page stays where it is',
        description: asRefused(error).message,
      });
    }
  };
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        label={`Actions for ${page.title}`}
        placement="bottom-start"
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton
            ref={triggerRef}
            {...trigger}
            icon={MoreIcon}
            label={`Actions for ${page.title}`}
            appearance="subtle"
            spacing="compact"
          />
        )}
      >
        <DropdownItemGroup>
          <DropdownItem onClick={() => go(`/wiki/spaces/${space.key}/create?parent=${page.id}`)}>
            Create a page below
          </DropdownItem>
          <DropdownItem isDisabled={before === null} onClick={() => before && void move('before', before)}>
            Move up
          </DropdownItem>
          <DropdownItem isDisabled={after === null} onClick={() => after && void move('after', after)}>
            Move down
          </DropdownItem>
          <DropdownItem onClick={() => setMoving(true)}>Move below another page</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      {moving && <MovePage page={page} all={all} onClose={() => setMoving(false)} />}
    </>
  );
}
