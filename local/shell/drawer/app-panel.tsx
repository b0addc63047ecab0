import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useEffect, useState } from 'react';
import { APP_LICENCES, type AppLicence } from '../../host/app-licence';
import { Refusal } from '../core/refusal';
import { useSession } from '../core/session';
import { asRefused, type Refused, request } from '../core/site';
import { useFlags } from '../frames/host-ui';

const WORDS: Readonly<Record<AppLicence, string>> = {
  unset: 'Not set, as in development',
  active: 'Active',
  trial: 'Trial',
  inactive: 'Inactive',
  none: 'None',
};

/** What the site has of the app as a whole: its licence, and what it does before it is uninstalled. */
export function AppPanel() {
  const flags = useFlags();
  const { unserved } = useSession();
  const [licence, setLicence] = useState<AppLicence | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  const attempt = (work: Promise<void>) =>
    void work.then(
      () => setError(null),
      (refused: unknown) => setError(asRefused(refused)),
    );
  useEffect(() => {
    request<{ licence: AppLicence }>('GET', '/local/licence').then(
      (answer) => setLicence(answer.licence),
      (refused: unknown) => setError(asRefused(refused)),
    );
  }, []);
  const choose = async (wanted: AppLicence) => {
    setLicence((await request<{ licence: AppLicence }>('POST', '/local/licence', { licence: wanted })).licence);
  };
  const uninstall = async () => {
    const { failed } = await request<{ failed: string[] }>('POST', '/local/uninstall', {});
    const title = failed.length === 0 ? 'What comes before has run' : `Failed: ${failed.join(', ')}`;
    flags.show({ id: 'uninstall', type: failed.length === 0 ? 'success' : 'warning', title, isAutoDismiss: true });
  };
  return (
    <div className="faults">
      {error && <Refusal error={error} />}
      <section aria-label="Licence">
        <Heading size="xsmall" as="h3">
          Licence of the app
        </Heading>
        <p className="subtle">Functions are told at their next start, screens when they are loaded again.</p>
        <div className="buttons">
          {APP_LICENCES.map((name) => (
            <Button key={name} isSelected={name === licence} onClick={() => attempt(choose(name))}>
              {WORDS[name]}
            </Button>
          ))}
        </div>
      </section>
      <section aria-label="Uninstallation">
        <Heading size="xsmall" as="h3">
          Before it is uninstalled
        </Heading>
        <p className="subtle">Runs what the app does then; the app stays.</p>
        <Button onClick={() => attempt(uninstall())}>Run it</Button>
      </section>
      {unserved.length > 0 && <p className="subtle">Modules that this site does not serve: {unserved.join(', ')}.</p>}
    </div>
  );
}
