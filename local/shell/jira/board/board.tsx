import { dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { asRefused } from '../../core/site';
import { useFlags } from '../../frames/host-ui';
import type { Issue, Status, Transition } from '../jira';
import { transitionsOf } from '../transition/transitions';
import { useTransit } from '../transition/use-transit';
import { Card } from './card';

interface Props {
  columns: readonly Status[];
  issues: readonly Issue[];
  onMoved: () => void;
}

/** Columns of cards. While a card is dragged, columns that no transition leads to say so. */
export function Board({ columns, issues, onMoved }: Props) {
  const flags = useFlags();
  const { transit, dialog } = useTransit(onMoved);
  const [dragged, setDragged] = useState<string | null>(null);
  const [reachable, setReachable] = useState<readonly Transition[] | null>(null);
  const live = useRef({ transit, flags });
  live.current = { transit, flags };

  useEffect(
    () =>
      monitorForElements({
        onDragStart({ source }) {
          const key = String(source.data.issueKey);
          setDragged(key);
          void transitionsOf(key).then(setReachable, () => setReachable([]));
        },
        onDrop({ source, location }) {
          setDragged(null);
          setReachable(null);
          const target = location.current.dropTargets[0]?.data;
          const key = String(source.data.issueKey);
          if (target && target.statusId !== source.data.statusId) void drop(key, String(target.statusId), live.current);
        },
      }),
    [],
  );

  return (
    <div className="board">
      {columns.map((status) => (
        <Column
          key={status.id}
          status={status}
          isBarred={
            dragged !== null &&
            reachable !== null &&
            !reachable.some(({ to }) => to.id === status.id) &&
            !issues.some(({ key, fields }) => key === dragged && fields.status.id === status.id)
          }
        >
          {issues
            .filter(({ fields }) => fields.status.id === status.id)
            .map((issue) => (
              <Card key={issue.id} issue={issue} onTransit={transit} />
            ))}
        </Column>
      ))}
      {dialog}
    </div>
  );
}

/** Makes the transition that leads to the column, if there is one for this person now. */
async function drop(
  issueKey: string,
  statusId: string,
  { transit, flags }: { transit: ReturnType<typeof useTransit>['transit']; flags: ReturnType<typeof useFlags> },
): Promise<void> {
  try {
    const transition = (await transitionsOf(issueKey)).find(({ to }) => to.id === statusId);
    if (transition) return await transit(issueKey, transition);
    flags.show({
      id: `barred-${issueKey}`,
      type: 'warning',
      title: `${issueKey} stays where it is`,
      description: 'Its workflow has no transition to that column from here, or you may not make it.',
      isAutoDismiss: true,
    });
  } catch (error) {
    flags.show({ id: `refused-${issueKey}`, type: 'error', title: issueKey, description: asRefused(error).message });
  }
}

interface ColumnProps {
  status: Status;
  isBarred: boolean;
  children: readonly ReactNode[];
}

function Column({ status, isBarred, children }: ColumnProps) {
  const element = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ statusId: status.id }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [status.id]);
  const id = `column-${status.id}`;
  return (
    <section
      ref={element}
      className={`column${isOver && !isBarred ? ' column-over' : ''}${isBarred ? ' column-barred' : ''}`}
      aria-labelledby={id}
    >
      <h2 id={id} className="column-title">
        <span className={`column-dot dot-${status.statusCategory.key}`} aria-hidden />
        {status.name} <span className="column-count">{children.length}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
