import './leadership.css';
import { usePlace } from '../../shared/place';
import { useScopeTitle } from '../../shared/scope';
import { startPage } from '../../shared/start';
import { ManagementPage } from '../overview/management-page';
import { Projects } from './projects';

void startPage(() => <OrganisationPage />);

/** The whole organisation, or the project that the address names: macros lead here, where a project has no page of its own. */
function OrganisationPage() {
  const [project] = usePlace('project');
  const projectId = project !== null && /^\d+$/.test(project) ? project : null;
  if (projectId !== null)
    return <ManagementPage key={projectId} projectId={projectId} scope={<Project id={projectId} />} printable />;
  return (
    <ManagementPage key="organisation" projectId={null} scope="Whole organisation" below={<Projects />} printable />
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
