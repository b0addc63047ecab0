import SectionMessage from '@atlaskit/section-message';
import { useProcedure } from '../../shared/use-procedure';
import type { Figures } from './figures';

/** Of a project that takes no part there is nothing to show, and no error. */
export function NotSetUp() {
  return (
    <SectionMessage appearance="information" title="Nothing is set up here yet">
      <p>
        A Jira administrator sets up the AI management system under Apps, AI management. After that, link issues to
        requirements with the field “AIMS requirements”.
      </p>
    </SectionMessage>
  );
}

/** An empty register is no error: it has a next step. */
export function NextStep({ figures, projectId }: { figures: Figures; projectId: string | null }) {
  const { reading } = useProcedure('projects.list', { projectId });
  if (reading.state !== 'loaded') return null;
  const { projects, hidden } = reading.data;
  if (projects.length + hidden === 0) return <NotSetUp />;
  return (
    <SectionMessage appearance="information" title="No AI system is registered yet">
      <p>
        Create an issue of the type “AI system” for each system that you develop, adapt, provide or use. Until then the
        requirements that every AI system has to meet cannot be counted.
      </p>
      {figures.asOf === null && (
        <p>Link the work that you have to the requirements it meets with the field “AIMS requirements”.</p>
      )}
    </SectionMessage>
  );
}
