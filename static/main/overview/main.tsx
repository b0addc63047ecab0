import { startPage } from '../../shared/start';
import { ManagementPage } from './management-page';

void startPage((context) => {
  const project = (context.extension as { project?: { id?: unknown } }).project;
  return (
    <ManagementPage
      projectId={typeof project?.id === 'string' ? project.id : project?.id === undefined ? null : String(project.id)}
    />
  );
});
