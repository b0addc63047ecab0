import { counted } from '../../numbers';
import { pastAppWords } from '../../past-app';

/** What became of a requirement in the last 90 days. */
export const LOADING_HISTORY = 'Loading the history';
export const HISTORY_NOT_SHOWN = 'The history cannot be shown';
export const NO_CHANGE = 'No change of state in the last 90 days.';
export const EARLIER = 'There is history before that.';

/** Instead of a state. */
export const NOT_IN_SCOPE = 'out of scope';

export const NAMED_PAST_APP =
  'Something other than this app named this requirement on issues, or took it off, and Jira shows nobody who:';
export const pastAppLine = ({ day, named, count }: { day: string; named: boolean; count: number }): string =>
  `${named ? 'Added to' : 'Taken off'} ${counted(count, 'issue', 'issues')}: ${pastAppWords(day)}`;
