import { router } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { jiraRest } from '../bridge/jira-rest';

interface Permissions {
  permissions: Record<string, { havePermission: boolean } | undefined>;
}

/** Asked once for the page: it has more than one such link. */
let asked: Promise<Permissions> | null = null;

/** The way to Set-up, for those who may administer Jira; what they may do there the app asks again. */
export function SetupLink({ words = 'set-up' }: { words?: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    // Whoever cannot be asked about has no such link: nothing else depends on it.
    asked ??= jiraRest<Permissions>('GET', '/rest/api/3/mypermissions?permissions=ADMINISTER');
    asked
      .then(({ permissions }) => setShown(permissions.ADMINISTER?.havePermission === true))
      .catch(() => {
        asked = null;
      });
  }, []);
  if (!shown) return null;
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => void router.navigate({ target: 'module', moduleKey: 'aims-admin', path: '/set-up' })}
    >
      {words}
    </button>
  );
}
