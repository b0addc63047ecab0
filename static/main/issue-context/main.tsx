import { openManagement } from '../../shared/open-management';
import { WayToRowsProvider } from '../../shared/rows-link';
import { startPanel } from '../../shared/start';
import { ContextPanel } from './context-panel';

void startPanel((context) => {
  const { issue, project } = context.extension as {
    issue?: { id?: unknown };
    project?: { id?: unknown; key?: unknown };
  };
  return (
    <WayToRowsProvider
      value={(place) => void openManagement(String(project?.id ?? ''), place, String(project?.key ?? ''))}
    >
      <ContextPanel issueId={String(issue?.id ?? '')} projectId={String(project?.id ?? '')} />
    </WayToRowsProvider>
  );
});
