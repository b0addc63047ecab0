import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { counted, countWords } from '../../shared/count';
import { FigureMeter } from '../../shared/figure-words';
import { openManagement } from '../../shared/open-management';
import { ReadView } from '../../shared/read-view';
import { useProcedure } from '../../shared/use-procedure';

type View = Output<'projects.list'>;

/** The projects that take part, side by side, as far as the viewer may browse them. */
export function Projects() {
  const { reading, retry } = useProcedure('projects.list', { projectId: null });
  return (
    <section className="strip" aria-label="Projects">
      <Heading size="small" as="h2">
        Projects
      </Heading>
      <ReadView reading={reading} retry={retry} waiting="Loading the projects" failed="The projects cannot be shown">
        {(view) => <Table view={view} />}
      </ReadView>
    </section>
  );
}

function Table({ view: { projects, hidden } }: { view: View }) {
  if (projects.length === 0)
    return (
      <p className="subtle">
        {hidden > 0
          ? `${counted(hidden, 'project takes', 'projects take')} part; none that you may browse.`
          : 'No project takes part yet. A Jira administrator sets one up under Apps, AI management.'}
      </p>
    );
  return (
    <>
      <div className="table-frame">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">Project</th>
              <th scope="col">AI systems in scope</th>
              <th scope="col">System cells implemented</th>
              <th scope="col">Verified</th>
              <th scope="col">Risks above the threshold</th>
              <th scope="col">Open nonconformities</th>
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <tr key={project.projectId}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => void openManagement(project.projectId, project.key)}
                  >
                    {project.name}
                  </button>{' '}
                  <span className="subtle small">{project.key}</span>
                </th>
                <td>{countWords(project.systemsInScope)}</td>
                <td>
                  <FigureMeter figure={project.systemCells} />
                </td>
                <td>
                  {project.systemCells.verified === 0 ? 'no conclusions' : countWords(project.systemCells.verified)}
                </td>
                <td>{countWords(project.risksAboveThreshold)}</td>
                <td>
                  {countWords(project.nonconformitiesOpen)}
                  {project.nonconformitiesOverdue > 0 && (
                    <span className="overdue small"> {countWords(project.nonconformitiesOverdue)} overdue</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <p className="subtle small">
          and {counted(hidden, 'project', 'projects')} that you may not browse; their numbers are in the figures above
        </p>
      )}
    </>
  );
}
