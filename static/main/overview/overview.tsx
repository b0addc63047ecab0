import SectionMessage from '@atlaskit/section-message';
import type { ReactNode } from 'react';
import { Notice } from '../../shared/notice';
import { goTo } from '../../shared/place';
import type { Opener } from '../../shared/side-panel';
import { StateLozenge } from '../../shared/state-lozenge';
import { STATES, WORST_FIRST } from '../../shared/states';
import { FigureCards } from './figure-cards';
import { LookHere } from './look-here';
import type { Figures } from './management-page';
import { Needs } from './needs';
import { Strip } from './strip';

interface Props {
  figures: Figures;
  projectId: string | null;
  /** A part that only one of the pages has. */
  below: ReactNode;
  onOpen: Opener;
}

/** Both populations, never added, what needs a look, and a strip of tiles for each clause and group of controls. */
export function Overview({ figures, projectId, below, onOpen }: Props) {
  return (
    <div className="stack">
      <NextStep figures={figures} />
      <div className="cards">
        <FigureCards figures={figures} />
        <LookHere lookHere={figures.lookHere} />
        <Needs projectId={projectId} />
      </div>
      {below}
      <Strip kind="clause" heading="Clauses" figures={figures} onOpen={onOpen} />
      <Strip kind="control" heading="Annex A controls" figures={figures} onOpen={onOpen} />
      <Legend />
      <Notice />
    </div>
  );
}

/** An empty register is no error: it has a next step. */
function NextStep({ figures }: { figures: Figures }) {
  if (figures.asOf === null) {
    return (
      <SectionMessage appearance="information" title="Nothing has been counted yet">
        <p>
          A Jira administrator sets up the AI management system under Apps, AI management. After that, link issues to
          requirements with the field “AIMS requirements”.
        </p>
      </SectionMessage>
    );
  }
  if (figures.systems.total > 0) return null;
  return (
    <SectionMessage appearance="information" title="No AI system is registered yet">
      <p>
        Create an issue of the type “AI system” for each system that you develop, adapt, provide or use. Until then the
        requirements that every AI system has to meet cannot be counted.
      </p>
    </SectionMessage>
  );
}

function Legend() {
  return (
    <section aria-label="Legend" className="legend">
      {[...WORST_FIRST].map((state) => (
        <button
          key={state}
          type="button"
          className="link-button"
          title={`${STATES[state].meaning}. Show these requirements`}
          onClick={() => goTo({ tab: 'requirements', show: state })}
        >
          <StateLozenge state={state} />
        </button>
      ))}
    </section>
  );
}
