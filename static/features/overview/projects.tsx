import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { outOfScopeWords, showThemWords } from '../../../src/words/figures';
import { countWords } from '../../../src/words/numbers';
import {
  LOADING_PROJECTS,
  moreProjectsWords,
  NO_PROJECT,
  noneToBrowseWords,
  OPEN_NONCONFORMITIES,
  PROJECTS_NOT_SHOWN,
  RISKS_ABOVE,
  RISKS_NOT_ACCEPTED,
  SYSTEMS_IMPLEMENTED,
  SYSTEMS_IN_SCOPE,
} from '../../../src/words/screens/overview/projects';
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
      <ReadView reading={reading} retry={retry} waiting={LOADING_PROJECTS} failed={PROJECTS_NOT_SHOWN}>
        {(view) => <Table view={view} />}
      </ReadView>
    </section>
  );
}

function Table({ view: { projects, hidden } }: { view: View }) {
  if (projects.length === 0)
    return <p className={texts.subtle}>{hidden > 0 ? noneToBrowseWords(hidden) : NO_PROJECT}</p>;
  return (
    <>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">Project</th>
            <th scope="col">{SYSTEMS_IN_SCOPE}</th>
            <th scope="col">{SYSTEMS_IMPLEMENTED}</th>
            <th scope="col">Verified</th>
            <th scope="col">{RISKS_NOT_ACCEPTED}</th>
            <th scope="col">{OPEN_NONCONFORMITIES}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <Row key={project.projectId} project={project} />
          ))}
        </tbody>
      </PlainTable>
      {hidden > 0 && <p className={texts.aside}>{moreProjectsWords(hidden)}</p>}
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
          <Count count={project.systemsInScope} of={SYSTEMS_IN_SCOPE} to={{ page: 'systems', list: 'in-scope' }} />
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
          <Count count={project.risksAboveThreshold} of={RISKS_ABOVE} to={{ page: 'risks', list: 'above-threshold' }} />
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
    <RowsLink to={to} label={showThemWords(`${countWords(count)} ${of}`)}>
      {countWords(count)}
    </RowsLink>
  );
}
