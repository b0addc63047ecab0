import SectionMessage from '@atlaskit/section-message';
import type { Figures } from './management-page';

/** An empty register is no error: it has a next step. */
export function NextStep({ figures }: { figures: Figures }) {
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
  return (
    <SectionMessage appearance="information" title="No AI system is registered yet">
      <p>
        Create an issue of the type “AI system” for each system that you develop, adapt, provide or use. Until then the
        requirements that every AI system has to meet cannot be counted.
      </p>
    </SectionMessage>
  );
}
