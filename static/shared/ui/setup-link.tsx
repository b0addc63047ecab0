import { router } from '@forge/bridge';
import { useQuery } from '@tanstack/react-query';
import { jiraRest } from '../bridge/jira-rest';
import { LinkButton } from './link-button';

interface Permissions {
  permissions: Record<string, { havePermission: boolean } | undefined>;
}

/** The way to Set-up, for those who may administer Jira; what they may do there the app asks again. */
export function SetupLink({ words = 'set-up' }: { words?: string }) {
  const { data: isShown } = useQuery({
    queryKey: ['may administer'],
    queryFn: mayAdminister,
    // Asked once for the page: it has more than one such link.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  // Whoever cannot be asked about has no such link: nothing else depends on it.
  if (!isShown) return null;
  return (
    <LinkButton onClick={() => void router.navigate({ target: 'module', moduleKey: 'aims-admin', path: '/set-up' })}>
      {words}
    </LinkButton>
  );
}

async function mayAdminister(): Promise<boolean> {
  const path = '/rest/api/3/mypermissions?permissions=ADMINISTER';
  const { permissions } = await jiraRest<Permissions>('GET', path);
  return permissions.ADMINISTER?.havePermission === true;
}
