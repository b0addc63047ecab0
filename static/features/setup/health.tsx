import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { counted, countWords } from '../../../src/words/numbers';
import {
  ABOUT_LAST_READ,
  ABOUT_RESOLUTIONS,
  ALL_COUNTED,
  ARCHIVED,
  comparedWords,
  ESTIMATED_SIZE,
  HEALTH_NOT_SHOWN,
  HOW_FAR_READ,
  ITEMS_THAT_COUNT,
  LAST_COMPARED,
  LAST_READ,
  LOADING_HEALTH,
  MISSING_IN_JIRA,
  NO_ITEMS_YET,
  NOT_READABLE,
  POINTS_SPENT,
  pagesReadWords,
  pointsWords,
  RESOLUTIONS_WITHOUT_MEANING,
  STORED_ROWS,
  storageWords,
  TABLE_WORDS,
  waitingWords,
  whatIsGoneWords,
  whyNotReadableWords,
} from '../../../src/words/screens/setup/health';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { instantWords } from '../../shared/ui/instant-words';
import layout from '../../shared/ui/layout.module.css';
import { PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { bytesWords } from './bytes';
import { Compare } from './compare';
import { FallenStates } from './fallen';
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
    <ReadView reading={reading} retry={retry} waiting={LOADING_HEALTH} failed={HEALTH_NOT_SHOWN}>
      {(health) => (
        <div className={layout.stack}>
          <FallenStates timeZone={timeZone} />
          <dl className={styles.health}>
            <Fact
              word={LAST_READ}
              value={health.lastRead === null ? 'none yet' : instantWords(health.lastRead, timeZone)}
              note={ABOUT_LAST_READ}
            />
            <Fact
              word="Waiting"
              value={health.openMarks === 0 ? 'nothing' : counted(health.openMarks, 'change', 'changes')}
              note={waitingNote(health, timeZone)}
              warn={isLate(health)}
            />
            <Fact
              word={LAST_COMPARED}
              value={health.reconciled === null ? 'not yet' : instantWords(health.reconciled.finishedAt, timeZone)}
              note={comparedWords(health.reconciled?.repaired ?? null)}
            />
            {health.gone && (
              <Fact
                word={MISSING_IN_JIRA}
                value={counted(health.gone.what.length, 'object', 'objects')}
                note={whatIsGoneWords(health.gone.what, instantWords(health.gone.since, timeZone))}
                warn
              />
            )}
            {health.unansweredResolutions > 0 && (
              <Fact
                word={RESOLUTIONS_WITHOUT_MEANING}
                value={countWords(health.unansweredResolutions)}
                note={ABOUT_RESOLUTIONS}
                warn
              />
            )}
            {health.pagesFailing && (
              <Fact
                word="Confluence"
                value={NOT_READABLE}
                note={whyNotReadableWords({
                  ...health.pagesFailing,
                  since: instantWords(health.pagesFailing.since, timeZone),
                })}
                warn
              />
            )}
            <Fact word={POINTS_SPENT} value={countWords(health.points.spent)} note={pointsWords(health.points.share)} />
            <Fact
              word="Storage"
              value={bytesWords(bytesOf(health))}
              note={storageWords(bytesWords(health.limitBytes))}
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

const isLate = ({ now, oldestMark }: View): boolean => oldestMark !== null && now - oldestMark > LATE_MS;

function waitingNote(health: View, timeZone: string): string {
  if (health.oldestMark === null) return ALL_COUNTED;
  return waitingWords(instantWords(health.oldestMark, timeZone), isLate(health));
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
        {ITEMS_THAT_COUNT}
      </Heading>
      {projects.length === 0 ? (
        <p className={texts.subtle}>{NO_ITEMS_YET}</p>
      ) : (
        <PlainTable>
          <thead>
            <tr>
              <th scope="col">Project</th>
              <th scope="col">Items</th>
              <th scope="col">{HOW_FAR_READ}</th>
              <th scope="col">Repaired</th>
            </tr>
          </thead>
          <tbody>
            {projects.map(({ projectId, items, archived, backfill }) => (
              <tr key={projectId}>
                <th scope="row">{names.get(projectId)?.name ?? `Project ${projectId}`}</th>
                <td>{countWords(items)}</td>
                <td>{archived ? ARCHIVED : readingWords(backfill, timeZone)}</td>
                <td>{backfill === null ? '–' : countWords(backfill.repaired)}</td>
              </tr>
            ))}
            {pages > 0 && (
              <tr>
                <th scope="row">Confluence</th>
                <td>{countWords(pages)}</td>
                <td>{pagesReadWords(pages)}</td>
                <td>–</td>
              </tr>
            )}
          </tbody>
        </PlainTable>
      )}
    </section>
  );
}

function Tables({ tables: sizes }: { tables: View['tables'] }) {
  return (
    <details>
      <summary>{STORED_ROWS}</summary>
      <PlainTable>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Rows</th>
            <th scope="col">{ESTIMATED_SIZE}</th>
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ name, rows, bytes }) => (
            <tr key={name}>
              <th scope="row">{TABLE_WORDS[name] ?? name.replaceAll('_', ' ')}</th>
              <td>{countWords(rows)}</td>
              <td>{bytesWords(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </details>
  );
}
