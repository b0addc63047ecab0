import { WHOLE_ORGANISATION } from '../../../src/words/screens/management';
import './organisation.module.css';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import { usePlace } from '../../shared/place';
import { ORGANISATION_SECTIONS } from '../../shared/routes';
import { LinkButton } from '../../shared/ui/link-button';
import { Projects } from '../overview/projects';
import { ManagementPage } from './management-page';

/** The whole organisation, or the project that the address names: macros lead here, where a project has no page of its own. */
export function OrganisationPage() {
  const [project] = usePlace('project');
  const projectId = project !== null && /^\d+$/.test(project) ? project : null;
  if (projectId !== null)
    return (
      <ManagementPage
        key={projectId}
        sections={ORGANISATION_SECTIONS}
        projectId={projectId}
        scopeTitle={<Project id={projectId} />}
        printable
      />
    );
  return (
    <ManagementPage
      key="organisation"
      sections={ORGANISATION_SECTIONS}
      projectId={null}
      scopeTitle={WHOLE_ORGANISATION}
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
      <LinkButton onClick={() => setProject(null)}>{WHOLE_ORGANISATION}</LinkButton>
    </>
  );
}
