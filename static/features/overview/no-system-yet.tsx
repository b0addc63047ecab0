import SectionMessage from '@atlaskit/section-message';
import { CREATE_SYSTEMS, LINK_YOUR_WORK, NO_SYSTEM_YET } from '../../../src/words/screens/overview/beginning';
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
    <SectionMessage appearance="information" title={NO_SYSTEM_YET}>
      <p>{CREATE_SYSTEMS}</p>
      {figures.asOf === null && <p>{LINK_YOUR_WORK}</p>}
    </SectionMessage>
  );
}
