import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { useState } from 'react';
import { go } from '../../core/address';
import { Confirm } from '../../core/confirm';
import { rest } from '../../core/site';
import { useFlags } from '../../frames/host-ui';
import type { Issue } from '../jira';
import { MoveIssue } from './move-issue';

export function IssueMenu({ issue }: { issue: Issue }) {
  const flags = useFlags();
  const [deleting, setDeleting] = useState(false);
  const [moving, setMoving] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(`${location.origin}/browse/${issue.key}`);
    flags.show({ id: 'copied', type: 'success', title: 'The link is copied', isAutoDismiss: true });
  };
  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        placement="bottom-end"
        label="Actions of the issue"
        trigger={({ triggerRef, ...trigger }) => (
          <IconButton ref={triggerRef} {...trigger} icon={MoreIcon} label="Actions" appearance="subtle" />
        )}
      >
        <DropdownItemGroup>
          <DropdownItem onClick={() => void copy()}>Copy link</DropdownItem>
          <DropdownItem onClick={() => setMoving(true)}>Move</DropdownItem>
          <DropdownItem onClick={() => setDeleting(true)}>Delete</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      {moving && <MoveIssue issue={issue} onClose={() => setMoving(false)} />}
      {deleting && (
        <Confirm
          title={`Delete ${issue.key}?`}
          action="Delete"
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            await rest('DELETE', `/issue/${issue.key}?deleteSubtasks=true`);
            go(`/projects/${issue.fields.project.key}/list`);
          }}
        >
          The issue goes with its comments, history and links. This cannot be undone.
        </Confirm>
      )}
    </>
  );
}
