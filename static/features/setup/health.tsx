import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { agreeing, counted, countWords } from '../../../src/words/numbers';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { instantWords } from '../../shared/ui/instant-words';
import layout from '../../shared/ui/layout.module.css';
import { PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { bytesWords } from './bytes';
import { Compare } from './compare';
import { useProjects } from './projects';
import { readingWords } from './reading-words';
import styles from './setup.module.css';

type View = Output<'health.read'>;

/** Marks older than this are no longer "in hand". */
const LATE_MS = 10 * 60_000;

/** How the app fares: what it read last, what events did not tell, what waits, what is stored. */
export function Health({ timeZone }: { timeZone: string }) {
  const { reading, retry } = useProcedure('health.read', {});
  return (
    <ReadView
      reading={reading}
      retry={retry}
      waiting="Loading the app’s health"
      failed="The app’s health cannot be shown"
    >
      {(health) => (
        <div className={layout.stack}>
          <dl className={styles.health}>
            <Fact
              word="Last item read"
              value={health.lastRead === null ? 'none yet' : instantWords(health.lastRead, timeZone)}
              note="an issue or page that changed, or that was compared with Jira"
            />
            <Fact
              word="Waiting"
              value={health.openMarks === 0 ? 'nothing' : counted(health.openMarks, 'change', 'changes')}
              note={waitingNote(health, timeZone)}
              warn={isLate(health)}
            />
            <Fact
              word="Last compared with Jira"
              value={health.reconciled === null ? 'not yet' : instantWords(health.reconciled.finishedAt, timeZone)}
              note={
                health.reconciled === null
                  ? 'it is done every night'
                  : `${repairedWords(health.reconciled.repaired)}; it is done every night`
              }
            />
            {health.gone && (
              <Fact
                word="Missing in Jira"
                value={counted(health.gone.what.length, 'object', 'objects')}
                note={`${health.gone.what.join(', ')}, noticed ${instantWords(health.gone.since, timeZone)}. What rests on them stands as it was last read. Restore them in Jira, or show the plan under Set-up.`}
                warn
              />
            )}
            {health.unansweredResolutions > 0 && (
              <Fact
                word="Resolutions without a meaning"
                value={countWords(health.unansweredResolutions)}
                note="issues resolved so count as done until you say under Settings what they mean"
                warn
              />
            )}
            {health.pagesFailing && (
              <Fact
                word="Confluence"
                value="cannot be read"
                note={`since ${instantWords(health.pagesFailing.since, timeZone)}: ${health.pagesFailing.message} ${health.pagesFailing.remedy}`}
                warn
              />
            )}
            <Fact
              word="Points spent in bulk"
              value={countWords(health.points.spent)}
              note={`this hour, of ${countWords(health.points.share)} that reading in full, comparing and imports may spend; what people change is never held back`}
            />
            <Fact
              word="Storage"
              value={bytesWords(bytesOf(health))}
              note={`estimated, of ${bytesWords(health.limitBytes)}`}
            />
          </dl>
          <Compare />
          <Items health={health} timeZone={timeZone} />
          <Tables tables={health.tables} />
        </div>
      )}
    </ReadView>
  );
}

const repairedWords = (repaired: number): string =>
  repaired === 0
    ? 'no item had to be repaired'
    : `${counted(repaired, 'item', 'items')} repaired that no event had told of`;

const isLate = ({ now, oldestMark }: View): boolean => oldestMark !== null && now - oldestMark > LATE_MS;

function waitingNote(health: View, timeZone: string): string {
  if (health.oldestMark === null) return 'all that is known is counted';
  const since = `since ${instantWords(health.oldestMark, timeZone)}`;
  return isLate(health) ? `${since}: the schedule goes on from them every five minutes` : since;
}

const bytesOf = ({ tables: sizes }: View): number => sizes.reduce((sum, { bytes }) => sum + bytes, 0);

function Fact({ word, value, note, warn = false }: { word: string; value: string; note: string; warn?: boolean }) {
  return (
    <div>
      <dt className={texts.aside}>{word}</dt>
      <dd>
        <strong className={warn ? texts.overdue : undefined}>{value}</strong>
        <span className={texts.aside}>{note}</span>
      </dd>
    </div>
  );
}

function Items({ health: { projects, pages }, timeZone }: { health: View; timeZone: string }) {
  const names = useProjects(projects.map(({ projectId }) => projectId));
  return (
    <section>
      <Heading size="xsmall" as="h2">
        Items that count
      </Heading>
      {projects.length === 0 ? (
        <p className={texts.subtle}>None yet: set one up under Set-up.</p>
      ) : (
        <PlainTable>
          <thead>
            <tr>
              <th scope="col">Project</th>
              <th scope="col">Items</th>
              <th scope="col">How far they are read</th>
              <th scope="col">Repaired</th>
            </tr>
          </thead>
          <tbody>
            {projects.map(({ projectId, items, archived, backfill }) => (
              <tr key={projectId}>
                <th scope="row">{names.get(projectId)?.name ?? `Project ${projectId}`}</th>
                <td>{countWords(items)}</td>
                <td>{archived ? 'archived in Jira: it does not count' : readingWords(backfill, timeZone)}</td>
                <td>{backfill === null ? '–' : countWords(backfill.repaired)}</td>
              </tr>
            ))}
            {pages > 0 && (
              <tr>
                <th scope="row">Confluence</th>
                <td>{countWords(pages)}</td>
                <td>{agreeing(pages, 'a page', 'pages')} with an approved policy, read every night</td>
                <td>–</td>
              </tr>
            )}
          </tbody>
        </PlainTable>
      )}
    </section>
  );
}

/** What the rows of each table are, for whoever has never seen the tables. */
const TABLES: Readonly<Record<string, string>> = {
  item: 'Items',
  item_reference: 'What items name and link to',
  cell: 'States of requirements',
  coverage_snapshot: 'Changes of state',
  mark: 'Items and requirements that were counted anew',
  decision: 'Decisions',
  ingest_cursor: 'Where work goes on',
  setup_step: 'Steps of setting up',
  import_row: 'Rows of files that wait to be imported',
  imported_issue: 'Issues that were imported',
  points_spent: 'Points spent, by the hour',
};

function Tables({ tables: sizes }: { tables: View['tables'] }) {
  return (
    <details>
      <summary>Stored rows</summary>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Rows</th>
            <th scope="col">Estimated size</th>
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ name, rows, bytes }) => (
            <tr key={name}>
              <th scope="row">{TABLES[name] ?? name.replaceAll('_', ' ')}</th>
              <td>{countWords(rows)}</td>
              <td>{bytesWords(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </details>
  );
}
