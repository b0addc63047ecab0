import PageIcon from '@atlaskit/icon/core/page';
import {
  ExpandableMenuItem,
  ExpandableMenuItemContent,
  ExpandableMenuItemTrigger,
} from '@atlaskit/side-nav-items/expandable-menu-item';
import { LinkMenuItem } from '@atlaskit/side-nav-items/link-menu-item';
import { MenuList } from '@atlaskit/side-nav-items/menu-list';
import { useEffect, useState } from 'react';
import { Loaded } from '../../core/refusal';
import { useSession } from '../../core/session';
import { useWiki } from '../../core/site';
import { addressOfPage, type Listed, type PageHead, type Space } from '../confluence';
import { BranchMenu } from './branch-menu';
import { type Branch, pathTo, treeOf } from './tree';
import { onTreeChange } from './tree-change';

/** Confluence's own limit of a list. */
const MOST = 250;

/** The pages of a space that the person may see; the way to the current one is open. */
export function PageTree({ space, pageId }: { space: Space; pageId: string | null }) {
  const read = useWiki<Listed<PageHead>>(`/api/v2/spaces/${space.id}/pages?limit=${MOST}&status=current`);
  const { reload } = read;
  useEffect(() => onTreeChange(reload), [reload]);
  return (
    <Loaded read={read} label="Loading the pages">
      {({ results, _links }) => (
        <>
          <Branches
            space={space}
            branches={treeOf(results)}
            all={results}
            pageId={pageId}
            open={pathTo(results, pageId)}
          />
          {_links?.next && <p className="subtle small">The first {MOST} pages are shown.</p>}
        </>
      )}
    </Loaded>
  );
}

interface Props {
  space: Space;
  branches: readonly Branch[];
  all: readonly PageHead[];
  pageId: string | null;
  open: readonly string[];
}

function Branches(props: Props) {
  return (
    <MenuList>
      {props.branches.map((branch) => (
        <OneBranch key={branch.page.id} branch={branch} {...props} />
      ))}
    </MenuList>
  );
}

function OneBranch({ branch, ...props }: Props & { branch: Branch }) {
  const { page, children } = branch;
  const { space, all, pageId, open } = props;
  const { accountId } = useSession();
  const isOnTheWay = open.includes(page.id);
  const [isExpanded, setExpanded] = useState(isOnTheWay);
  useEffect(() => {
    if (isOnTheWay) setExpanded(true);
  }, [isOnTheWay]);
  const common = {
    href: addressOfPage(space.key, page.id),
    isSelected: page.id === pageId,
    elemBefore: <PageIcon label="" size="small" />,
    ...(accountId === null
      ? {}
      : { actionsOnHover: <BranchMenu page={page} space={space} branches={treeOf(all)} all={all} /> }),
  };
  if (children.length === 0) return <LinkMenuItem {...common}>{page.title}</LinkMenuItem>;
  return (
    <ExpandableMenuItem isExpanded={isExpanded} onExpansionToggle={setExpanded}>
      <ExpandableMenuItemTrigger {...common}>{page.title}</ExpandableMenuItemTrigger>
      <ExpandableMenuItemContent>
        {children.map((child) => (
          <OneBranch key={child.page.id} branch={child} {...props} />
        ))}
      </ExpandableMenuItemContent>
    </ExpandableMenuItem>
  );
}
