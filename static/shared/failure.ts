import type { CallError } from './call';

export interface Failure {
  error: CallError;
  title: string;
  onRetry?: () => void;
}
