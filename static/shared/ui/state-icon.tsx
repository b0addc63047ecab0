import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossCircleIcon from '@atlaskit/icon/core/cross-circle';
import MinusSquareIcon from '@atlaskit/icon/core/minus-square';
import QuestionCircleIcon from '@atlaskit/icon/core/question-circle';
import StatusVerifiedIcon from '@atlaskit/icon/core/status-verified';
import StopwatchIcon from '@atlaskit/icon/core/stopwatch';
import TaskInProgressIcon from '@atlaskit/icon/core/task-in-progress';
import TaskToDoIcon from '@atlaskit/icon/core/task-to-do';
import WarningIcon from '@atlaskit/icon/core/warning';
import type { CoverageState } from './states';

const ICONS: Readonly<Record<CoverageState, typeof ClockIcon>> = {
  verified: StatusVerifiedIcon,
  implemented: CheckCircleIcon,
  'in-progress': TaskInProgressIcon,
  planned: TaskToDoIcon,
  stale: ClockIcon,
  gap: MinusSquareIcon,
  undecided: QuestionCircleIcon,
  nonconforming: WarningIcon,
  excluded: CrossCircleIcon,
  'not-due': StopwatchIcon,
};

/** The sign of a state. It stands beside its word or inside something that is labelled, so it has no label itself. */
export function StateIcon({ state }: { state: CoverageState }) {
  const Icon = ICONS[state];
  return <Icon label="" size="small" color="currentColor" />;
}
