import { unknownSinceWords } from '../../../src/words/screens/shared/reading';
import { type CallError, isOutOfReach, isRefused } from '../bridge/call-error';
import { useTimeZone } from '../bridge/time-zone';
import { FailureBanner } from './failure-banner';
import { instantWords } from './instant-words';

interface Props {
  error: CallError;
  /** What cannot be shown. */
  title: string;
  retry: () => void;
}

/** What could not be read. Out of reach means unknown, and as of when; it is never shown as nothing, or as 0. */
export function ReadingFailure({ error, title, retry }: Props) {
  const timeZone = useTimeZone();
  if (isRefused(error)) return <FailureBanner error={error} title={title} isRefusal />;
  const unknown = isOutOfReach(error) ? unknownSinceWords(instantWords(error.at, timeZone)) : '';
  return <FailureBanner error={error} title={title + unknown} onRetry={retry} />;
}
