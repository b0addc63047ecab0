import './leadership.css';
import { usePlace } from '../../shared/place';
import { ORGANISATION_SECTIONS } from '../../shared/routes';
import { useScopeTitle } from '../../shared/scope';
import { startPage } from '../../shared/start';
import { ManagementPage } from '../overview/management-page';
import { Projects } from './projects';

void startPage(ORGANISATION_SECTIONS, () => <OrganisationPage />);

/** The whole organisation, or the project that the address names: macros lead here, where a project has no page of its own. */
function OrganisationPage() {
  const [project] = usePlace('project');
  const projectId = project !== null && /^\d+$/.test(project) ? project : null;
  if (projectId !== null)
    return (
      <ManagementPage
        key={projectId}
        sections={ORGANISATION_SECTIONS}
        projectId={projectId}
        scope={<Project id={projectId} />}
        printable
      />
    );
  return (
    <ManagementPage
      key="organisation"
      sections={ORGANISATION_SECTIONS}
      projectId={null}
      scope="Whole organisation"
      below={<Projects />}
      printable
    />
  );
}

function Project({ id }: { id: string }) {
  const title = useScopeTitle({ kind: 'project', projectId: id });
  const [, setProject] = usePlace('project');
  return (
    <>
      {title}
      {' · '}
      <button type="button" className="link-button" onClick={() => setProject(null)}>
        Whole organisation
      </button>
    </>
  );
}
