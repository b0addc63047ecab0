import BugIcon from '@atlaskit/icon/core/bug';
import EpicIcon from '@atlaskit/icon/core/epic';
import FlagIcon from '@atlaskit/icon/core/flag';
import StoryIcon from '@atlaskit/icon/core/story';
import SubtasksIcon from '@atlaskit/icon/core/subtasks';
import TagIcon from '@atlaskit/icon/core/tag';
import TargetIcon from '@atlaskit/icon/core/target';
import TaskIcon from '@atlaskit/icon/core/task';
import ObjectiveIcon from '@atlaskit/icon/core/work-item';
import Lozenge from '@atlaskit/lozenge';
import { Portrait } from '../core/portrait';
import { type IssueType, type Status, shadeOf, type User } from './jira';

const TYPES: Readonly<Record<string, { Icon: typeof TaskIcon; shade: string }>> = {
  Task: { Icon: TaskIcon, shade: 'blue' },
  Bug: { Icon: BugIcon, shade: 'red' },
  Story: { Icon: StoryIcon, shade: 'green' },
  Epic: { Icon: EpicIcon, shade: 'purple' },
  Subtask: { Icon: SubtasksIcon, shade: 'blue' },
};
const OTHER = { Icon: ObjectiveIcon, shade: 'teal' };
/** Types that somebody added take turns by their number, so that those of one app differ. */
const ADDED = [
  OTHER,
  { Icon: FlagIcon, shade: 'orange' },
  { Icon: TagIcon, shade: 'magenta' },
  { Icon: TargetIcon, shade: 'lime' },
];

/** The sign of an issue type, with its name for those who do not see it. */
export function TypeSign({ type, silent = false }: { type: IssueType; silent?: boolean }) {
  const { Icon, shade } = TYPES[type.name] ?? ADDED[Number(type.id) % ADDED.length] ?? OTHER;
  return (
    <span className={`type-sign type-${shade}`}>
      <Icon label={silent ? '' : type.name} size="small" />
    </span>
  );
}

export function StatusSign({ status }: { status: Status }) {
  return <Lozenge appearance={shadeOf(status)}>{status.name}</Lozenge>;
}

interface PersonProps {
  user: User | null | undefined;
  /** The word for nobody. */
  nobody?: string;
  /** On one line, cut off where there is no room. */
  isShort?: boolean;
}

/** A person with an avatar; `Unassigned` for nobody. */
export function Person({ user, nobody = 'Unassigned', isShort = false }: PersonProps) {
  return (
    <span className={isShort ? 'person person-short' : 'person'} title={isShort ? user?.displayName : undefined}>
      <Portrait name={user?.displayName ?? null} />
      {user ? <span>{user.displayName}</span> : <span className="subtle">{nobody}</span>}
    </span>
  );
}
