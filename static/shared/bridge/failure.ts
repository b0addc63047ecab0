import type { CallError } from './call-error';

export interface Failure {
  error: CallError;
  title: string;
  onRetry?: () => void;
}
