import SectionMessage from '@atlaskit/section-message';
import { useProcedure } from '../../shared/hooks/use-procedure';
import type { Figures } from './figures';
import { NotSetUp } from './not-set-up';

/** An empty register is no error: there is something to begin with. */
export function NoSystemYet({ figures, projectId }: { figures: Figures; projectId: string | null }) {
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
