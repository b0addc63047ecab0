import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { Link } from '../../core/address';
import { Portrait } from '../../core/portrait';
import type { Issue, Transition } from '../jira';
import { StatusSign, TypeSign } from '../signs';
import { transitionsOf } from '../transition/transitions';

interface Props {
  issue: Issue;
  onTransit: (issueKey: string, transition: Transition) => Promise<void>;
}

/** One issue on the board. Its menu makes the same transitions as dragging. */
export function Card({ issue, onTransit }: Props) {
  const element = useRef<HTMLLIElement>(null);
  const [isDragged, setDragged] = useState(false);
  const { key, fields } = issue;
  const statusId = fields.status.id;
  useEffect(() => {
    if (!element.current) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ issueKey: key, statusId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [key, statusId]);
  return (
    <li ref={element} className={isDragged ? 'card card-dragged' : 'card'}>
      <div className="card-head">
        <span className="card-summary">{fields.summary}</span>
        <CardMenu issue={issue} onTransit={onTransit} />
      </div>
      <div className="card-foot">
        <TypeSign type={fields.issuetype} />
        <Link to={`/browse/${key}`} className="card-key">
          {key}
        </Link>
        <span className="gap" />
        {fields.assignee && (
          <span title={fields.assignee.displayName}>
            <Portrait name={fields.assignee.displayName} />
            <span className="unseen">Assigned to {fields.assignee.displayName}</span>
          </span>
        )}
      </div>
    </li>
  );
}

function CardMenu({ issue, onTransit }: Props) {
  const [transitions, setTransitions] = useState<readonly Transition[] | null>(null);
  const offered = (transitions ?? []).filter(({ to }) => to.id !== issue.fields.status.id);
  return (
    <DropdownMenu<HTMLButtonElement>
      label={`Move ${issue.key}`}
      placement="bottom-end"
      isLoading={transitions === null}
      onOpenChange={({ isOpen }) => {
        if (isOpen) void transitionsOf(issue.key).then(setTransitions, () => setTransitions([]));
      }}
      trigger={({ triggerRef, ...trigger }) => (
        <IconButton
          ref={triggerRef}
          {...trigger}
          icon={MoreIcon}
          label={`Move ${issue.key}`}
          appearance="subtle"
          spacing="compact"
        />
      )}
    >
      <DropdownItemGroup title="Move to">
        {offered.map((transition) => (
          <DropdownItem
            key={transition.id}
            elemAfter={<StatusSign status={transition.to} />}
            onClick={() => void onTransit(issue.key, transition)}
          >
            {transition.name}
          </DropdownItem>
        ))}
        {transitions !== null && offered.length === 0 && (
          <DropdownItem isDisabled>You may make no transition from here</DropdownItem>
        )}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
