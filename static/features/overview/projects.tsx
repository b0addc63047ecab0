import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { outOfScopeWords } from '../../../src/words/figures';
import { counted, countWords } from '../../../src/words/numbers';
import { openManagement } from '../../shared/bridge/open-management';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FigureMeter } from '../../shared/ui/figure-meter';
import { PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import { RowsLink, type RowsPlace, WayToRowsProvider } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';
import styles from './overview.module.css';

type View = Output<'projects.list'>;

/** The projects that take part, side by side, as far as the viewer may browse them. */
export function Projects() {
  const { reading, retry } = useProcedure('projects.list', { projectId: null });
  return (
    <section className={styles.strip} aria-label="Projects">
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
      <p className={texts.subtle}>
        {hidden > 0
          ? `${counted(hidden, 'project takes', 'projects take')} part; none that you may browse.`
          : 'No project takes part yet. A Jira administrator sets one up under Apps, AI management.'}
      </p>
    );
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">Project</th>
            <th scope="col">AI systems in scope</th>
            <th scope="col">Requirements of AI systems implemented</th>
            <th scope="col">Verified</th>
            <th scope="col">Risks above the threshold, not accepted</th>
            <th scope="col">Open nonconformities</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <Row key={project.projectId} project={project} />
          ))}
        </tbody>
      </PlainTable>
      {hidden > 0 && (
        <p className={texts.aside}>
          and {counted(hidden, 'project', 'projects')} that you may not browse; their numbers are in the figures above
        </p>
      )}
    </>
  );
}

/** Every number of a project leads to its rows on the page of that project. */
function Row({ project }: { project: View['projects'][number] }) {
  return (
    <WayToRowsProvider value={(place) => void openManagement(project.projectId, place, project.key)}>
      <tr>
        <th scope="row">
          <RowsLink to={{}}>{project.name}</RowsLink> <span className={texts.aside}>{project.key}</span>
        </th>
        <td>
          <Count count={project.systemsInScope} of="AI systems in scope" to={{ page: 'systems', list: 'in-scope' }} />
          {project.systemsOutOfScope > 0 && (
            <RowsLink to={{ page: 'systems', list: 'out-of-scope' }}>
              {outOfScopeWords(project.systemsOutOfScope)}
            </RowsLink>
          )}
        </td>
        <td>
          <RowsLink to={{ page: 'matrix' }}>
            <FigureMeter figure={project.systemCells} />
          </RowsLink>
        </td>
        <td>
          {project.systemCells.verified === 0 ? (
            'no conclusions'
          ) : (
            <Count count={project.systemCells.verified} of="verified" to={{ page: 'matrix', show: 'verified' }} />
          )}
        </td>
        <td>
          <Count
            count={project.risksAboveThreshold}
            of="risks above the threshold"
            to={{ page: 'risks', list: 'above-threshold' }}
          />
        </td>
        <td>
          <Count count={project.nonconformitiesOpen} of="open nonconformities" to={{ page: 'improvement' }} />
          {project.nonconformitiesOverdue > 0 && (
            <span className={`${texts.overdue} ${texts.small}`}>
              {' · '}
              <RowsLink to={{ page: 'improvement', list: 'overdue' }}>
                {countWords(project.nonconformitiesOverdue)} overdue
              </RowsLink>
            </span>
          )}
        </td>
      </tr>
    </WayToRowsProvider>
  );
}

function Count({ count, of, to }: { count: number; of: string; to: RowsPlace }) {
  if (count === 0) return <>0</>;
  return (
    <RowsLink to={to} label={`${countWords(count)} ${of}: show them`}>
      {countWords(count)}
    </RowsLink>
  );
}
