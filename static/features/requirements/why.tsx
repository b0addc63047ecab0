import { useState } from 'react';
import { unseenWords } from '../../../src/words/not-allowed';
import { countWords } from '../../../src/words/numbers';
import { reasonWords } from '../../../src/words/reasons';
import { NOTHING_LINKED } from '../../../src/words/screens/requirements/common';
import { notListedWords } from '../../../src/words/screens/requirements/detail';
import { IssueLink } from '../../shared/ui/issue-link';
import { LinkButton } from '../../shared/ui/link-button';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import { WORST_FIRST } from '../../shared/ui/states';
import texts from '../../shared/ui/text.module.css';
import type { Detail } from './detail';
import styles from './requirements.module.css';

type Cell = Detail['cells'][number];
type Reason = Cell['reasons'][number];

/** AI systems shown before the person asks for the others that were sent. */
const SHOWN_SYSTEMS = 5;

/** The rules that matched, with the items that the viewer may open; the others are only counted. */
export function Why({ detail }: { detail: Detail }) {
  const { cells, notListed, tile } = detail;
  const own = cells.find((cell) => cell.system === null);
  const systems = cells.filter((cell) => cell.system !== null);
  return (
    <div className={styles.why}>
      {own && <Reasons reasons={own.reasons} titles />}
      {!own && tile.reasons.length > 0 && (
        <ul>
          {tile.reasons.map((reason) => (
            <li key={reason.code}>{reasonWords(reason)}</li>
          ))}
        </ul>
      )}
      {!own && tile.systems === null && tile.reasons.length === 0 && <p>{NOTHING_LINKED}</p>}
      {tile.systems && <ByState counts={tile.systems.counts} />}
      {systems.length > 0 && <Systems cells={systems} />}
      {notListed > 0 && (
        <p className={texts.aside}>
          {systems.length > 0 ? 'and ' : ''}
          {notListedWords(notListed)}
        </p>
      )}
    </div>
  );
}

function ByState({ counts }: { counts: NonNullable<Detail['tile']['systems']>['counts'] }) {
  const present = WORST_FIRST.filter((state) => (counts[state] ?? 0) > 0);
  if (present.length === 0) return null;
  return (
    <div className={styles.byState}>
      {present.map((state) => (
        <span key={state}>
          <StateLozenge state={state} /> {countWords(counts[state] ?? 0)}
        </span>
      ))}
    </div>
  );
}

function Systems({ cells }: { cells: readonly Cell[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? cells : cells.slice(0, SHOWN_SYSTEMS);
  return (
    <>
      <ul className={styles.systems}>
        {shown.map((cell) => (
          <li key={cell.system?.key}>
            <StateLozenge state={cell.state} />{' '}
            {cell.system && (
              <>
                <IssueLink issueKey={cell.system.key} /> {cell.system.summary}
              </>
            )}
            <Reasons reasons={cell.reasons} titles={false} />
          </li>
        ))}
      </ul>
      {shown.length < cells.length && (
        <LinkButton onClick={() => setAll(true)}>Show {cells.length - shown.length} more</LinkButton>
      )}
    </>
  );
}

function Reasons({ reasons, titles }: { reasons: readonly Reason[]; titles: boolean }) {
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.detail ?? ''}`}>
          {reasonWords(reason)}
          <Items reason={reason} titles={titles} />
        </li>
      ))}
    </ul>
  );
}

/** Titles stand in the table of linked items too: many systems are told by key alone. */
function Items({ reason, titles }: { reason: Reason; titles: boolean }) {
  const { items, hidden } = reason;
  if (items.length === 0 && hidden === 0) return null;
  return (
    <>
      {': '}
      {items.map((item, index) => (
        <span key={item.key}>
          {index > 0 && ', '}
          <IssueLink issueKey={item.key} />
          {titles && ` ${item.summary}`}
        </span>
      ))}
      {hidden > 0 && (
        <span className={texts.subtle}>
          {items.length > 0 ? ' and ' : ''}
          {unseenWords(hidden)}
        </span>
      )}
    </>
  );
}
