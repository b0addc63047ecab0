import { PROJECT_SECTIONS } from '../../shared/routes';
import { startPage } from '../../shared/start';
import { ManagementPage } from './management-page';

void startPage(PROJECT_SECTIONS, (context) => {
  const project = (context.extension as { project?: { id?: unknown } }).project;
  return (
    <ManagementPage
      sections={PROJECT_SECTIONS}
      projectId={typeof project?.id === 'string' ? project.id : project?.id === undefined ? null : String(project.id)}
    />
  );
});
