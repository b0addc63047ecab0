import SectionMessage from '@atlaskit/section-message';
import { dataOf, useRest } from '../../core/site';

/** Says that an issue belongs to an archived project: everything is read, and no change is taken. */
export function ArchivedNotice({ projectId }: { projectId: string }) {
  const project = dataOf(useRest<{ archived?: boolean; name: string }>(`/project/${projectId}`));
  if (!project?.archived) return null;
  return (
    <SectionMessage appearance="warning">
      <p>The project {project.name} is archived. Its issues can be read, and not changed.</p>
    </SectionMessage>
  );
}
