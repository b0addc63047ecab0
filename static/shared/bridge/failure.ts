import type { CallError } from './call-error';

export interface Failure {
  error: CallError;
  title: string;
  /** Something that somebody may not see. They did nothing wrong: it is told as it is, with nothing to look up in the log. */
  isRefusal?: boolean;
  onRetry?: () => void;
}
