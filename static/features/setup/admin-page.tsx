import Heading from '@atlaskit/heading';
import { lazy, Suspense } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { LOADING_STATUS, PAGE_NOT_SHOWN } from '../../../src/words/screens/setup/page';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { usePage } from '../../shared/place';
import { ADMIN_SECTIONS, type PageId, titleOf } from '../../shared/routes';
import layout from '../../shared/ui/layout.module.css';
import { ReadingFailure } from '../../shared/ui/reading-failure';
import { Waiting } from '../../shared/ui/waiting';
import styles from './setup.module.css';

const Import = lazy(async () => ({ default: (await import('./import')).Import }));
const Setup = lazy(async () => ({ default: (await import('./setup')).Setup }));
const Status = lazy(async () => ({ default: (await import('./status')).Status }));
const Health = lazy(async () => ({ default: (await import('./health')).Health }));
const AdministratorSettings = lazy(async () => ({
  default: (await import('./administrator-settings')).AdministratorSettings,
}));
const People = lazy(async () => ({ default: (await import('./people')).People }));

/** While a project is being read for the first time its progress moves. */
const POLL_MS = 3_000;

/** What administrators do: set up projects, say what counts, import an inventory, see that all is well. */
export function AdminPage({ timeZone }: { timeZone: string }) {
  const page = usePage();
  const { reading, retry } = useProcedure(
    'setup.status',
    {},
    {
      pollMs: ({ projects, openMarks }) =>
        projects.some(({ backfill }) => backfill?.finishedAt === null) || openMarks > 0 ? POLL_MS : null,
    },
  );
  return (
    <div className={styles.admin}>
      <Heading size="large" as="h1">
        {titleOf(ADMIN_SECTIONS, page)}
      </Heading>
      {reading.state === 'loading' && <Waiting what={LOADING_STATUS} />}
      {reading.state === 'failed' && <ReadingFailure error={reading.error} title={PAGE_NOT_SHOWN} retry={retry} />}
      {reading.state === 'loaded' && (
        <main className={`${layout.tabBody} ${styles.tab}`}>
          <Suspense fallback={<Waiting />}>
            <Page page={page} status={reading.data} timeZone={timeZone} onApplied={retry} />
          </Suspense>
        </main>
      )}
    </div>
  );
}

interface PageProps {
  page: PageId;
  status: Output<'setup.status'>;
  timeZone: string;
  onApplied: () => void;
}

function Page({ page, status, timeZone, onApplied }: PageProps) {
  switch (page) {
    case 'import':
      return <Import projectIds={status.projects.map(({ projectId }) => projectId)} />;
    case 'people':
      return <People />;
    case 'settings':
      return (
        <AdministratorSettings projectIds={status.projects.map(({ projectId }) => projectId)} timeZone={timeZone} />
      );
    case 'health':
      return <Health timeZone={timeZone} />;
    default:
      return (
        <>
          <Status status={status} timeZone={timeZone} />
          <Setup onApplied={onApplied} />
        </>
      );
  }
}
