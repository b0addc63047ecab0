import '../shared/ui/screen';
import { ContextPanel } from '../features/issue-context/context-panel';
import { openManagement } from '../shared/bridge/open-management';
import { startPanel } from '../shared/bridge/start-panel';
import { WayToRowsProvider } from '../shared/ui/rows-link';

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
