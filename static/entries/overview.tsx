import '../shared/ui/screen';
import { ManagementPage } from '../features/management/management-page';
import { startPage } from '../shared/bridge/start-page';
import { PROJECT_SECTIONS } from '../shared/routes';

void startPage(PROJECT_SECTIONS, (context) => {
  const project = (context.extension as { project?: { id?: unknown } }).project;
  return (
    <ManagementPage
      sections={PROJECT_SECTIONS}
      projectId={typeof project?.id === 'string' ? project.id : project?.id === undefined ? null : String(project.id)}
    />
  );
});
