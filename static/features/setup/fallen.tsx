import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { reasonWords } from '../../../src/words/reasons';
import {
  ABOUT_FALLEN,
  AFTER,
  ANOTHER_BY_NOW,
  BEFORE,
  FALLEN_NOT_SHOWN,
  fallenWords,
  I_HAVE_SEEN_IT,
  ITS_WHY,
  LOADING_FALLEN,
  moreFallenWords,
  NOT_KEPT_AS_SEEN,
  OF_ORGANISATION,
  STILL_READING,
  SYSTEM_NOT_YOURS,
  WHOSE,
} from '../../../src/words/screens/setup/fallen';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { instantWords } from '../../shared/ui/instant-words';
import { IssueLink } from '../../shared/ui/issue-link';
import layout from '../../shared/ui/layout.module.css';
import { ColumnHeads, PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import texts from '../../shared/ui/text.module.css';

type View = NonNullable<Output<'health.fallen'>>;

/** What fell because the rules of an update ask for more, until an administrator has seen it. */
export function FallenStates({ timeZone }: { timeZone: string }) {
  const { reading, retry } = useProcedure('health.fallen', {});
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_FALLEN} failed={FALLEN_NOT_SHOWN}>
      {(fallen) => fallen && <List fallen={fallen} timeZone={timeZone} onSeen={retry} />}
    </ReadView>
  );
}

function List({ fallen, timeZone, onSeen }: { fallen: View; timeZone: string; onSeen: () => void }) {
  const { since, isGoing, count, rows } = fallen;
  const { action, run } = useAction('health.seen');
  const title = fallenWords(count, instantWords(since, timeZone));
  const see = async () => {
    if (await run({ since })) onSeen();
  };
  return (
    <section className={layout.stack} aria-label={title}>
      <Heading size="xsmall" as="h2">
        {title}
      </Heading>
      <p className={texts.aside}>{isGoing ? `${ABOUT_FALLEN} ${STILL_READING}` : ABOUT_FALLEN}</p>
      <PlainTable>
        <ColumnHeads words={['Requirement', WHOSE, BEFORE, AFTER, ITS_WHY]} />
        <tbody>
          {rows.map((row, place) => (
            // Rows of what the viewer may not open have no id of their own, and the list does not change while it is shown.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <Row key={place} row={row} />
          ))}
        </tbody>
      </PlainTable>
      {count > rows.length && <p className={texts.aside}>{moreFallenWords(count - rows.length)}</p>}
      <div>
        <Button isDisabled={action.state === 'working'} onClick={() => void see()}>
          {I_HAVE_SEEN_IT}
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOT_KEPT_AS_SEEN} />}
    </section>
  );
}

function Row({ row: { requirementId, title, system, before, after, reason } }: { row: View['rows'][number] }) {
  return (
    <tr>
      <th scope="row">
        {numberOf(requirementId)} {title}
      </th>
      <td>
        <Whose system={system} />
      </td>
      <td>
        <StateLozenge state={before} />
      </td>
      <td>
        <StateLozenge state={after} />
      </td>
      <td>{reason === null ? ANOTHER_BY_NOW : reasonWords(reason)}</td>
    </tr>
  );
}

function Whose({ system }: { system: View['rows'][number]['system'] }) {
  if (system === null) return <>{OF_ORGANISATION}</>;
  if (system === 'hidden') return <>{SYSTEM_NOT_YOURS}</>;
  return (
    <>
      <IssueLink issueKey={system.key} /> {system.summary}
    </>
  );
}
