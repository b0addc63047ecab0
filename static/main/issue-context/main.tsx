import { startPanel } from '../../shared/start';
import { ContextPanel } from './context-panel';

void startPanel((context) => {
  const { issue } = context.extension as { issue?: { id?: unknown } };
  return <ContextPanel issueId={String(issue?.id ?? '')} />;
});
