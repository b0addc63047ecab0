import { useState } from 'react';
import { SHOW_ALL } from '../../../src/words/screens/shared/common';
import {
  CHANGED_SINCE_APPROVAL,
  chooseAllWords,
  chooseWords,
  NO_CONTROL_IS_SO,
  STILL_OPEN,
  suggestedWords,
  toSystemsWords,
  WHICH_CONTROLS,
} from '../../../src/words/screens/statement/controls';
import { APPLICABILITY_WORDS } from '../../../src/words/statement';
import { POINT_WORDS, REASON_KIND_WORDS, STATE_IS_NO_REASON } from '../../../src/words/statement-rows';
import { otherwiseWords, TO_NONE_TODAY } from '../../../src/words/statement-systems';
import type { Opener } from '../../shared/hooks/use-panel';
import { LinkButton } from '../../shared/ui/link-button';
import { ListChoice } from '../../shared/ui/list-choice';
import { Notice } from '../../shared/ui/notice';
import { PlainTable } from '../../shared/ui/plain-table';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import tables from '../../shared/ui/table.module.css';
import texts from '../../shared/ui/text.module.css';
import { nameOf } from '../approvals/course-view';
import { applicabilityOf, type Row, type Statement } from './statement';
import styles from './statement.module.css';

const SHOWN = {
  all: { word: 'All', wanted: () => true },
  open: { word: STILL_OPEN, wanted: (row: Row, open: ReadonlySet<string>) => open.has(row.key) },
  changed: { word: CHANGED_SINCE_APPROVAL, wanted: (row: Row) => row.isChanged },
  excluded: { word: APPLICABILITY_WORDS.excluded, wanted: ({ row }: Row) => row?.applicable === false },
} as const;
type Shown = keyof typeof SHOWN;
const SHOWN_IDS = Object.keys(SHOWN) as Shown[];

interface Props {
  statement: Statement;
  people: ReadonlyMap<string, string>;
  /** Keys of the rows that are chosen; null where nobody may choose. */
  chosen: ReadonlySet<string> | null;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onOpen: Opener;
  opened: string | null;
}

/** The controls by their groups: whether each applies, why, who is responsible, and beside that its state. */
export function ControlTable({ statement, people, chosen, onChoose, onOpen, opened }: Props) {
  const [shown, setShown] = useState<Shown>('all');
  const open = new Set(statement.open.map(({ key }) => key));
  const rows = statement.rows.filter((row) => SHOWN[shown].wanted(row, open));
  const toggle = (keys: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const key of keys) on ? next.add(key) : next.delete(key);
    onChoose(next);
  };
  return (
    <>
      <ListChoice
        label={WHICH_CONTROLS}
        choices={SHOWN_IDS.map((id) => ({
          id,
          word: SHOWN[id].word,
          count: statement.rows.filter((row) => SHOWN[id].wanted(row, open)).length,
        }))}
        chosen={shown}
        onChoose={setShown}
      />
      {statement.groups
        .map((group) => ({ ...group, rows: rows.filter((row) => row.group === group.id) }))
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <PlainTable key={group.id} wide>
            <caption>{`${group.id} ${group.title}`}</caption>
            <colgroup>
              {chosen && <col className={styles.box} />}
              <col className={styles.control} />
              <col className={styles.applies} />
              <col />
              <col className={styles.responsible} />
              <col className={styles.state} />
            </colgroup>
            <thead>
              <tr>
                {chosen && (
                  <th scope="col">
                    <input
                      type="checkbox"
                      aria-label={chooseAllWords(group.id)}
                      checked={group.rows.every(({ key }) => chosen.has(key))}
                      onChange={(event) =>
                        toggle(
                          group.rows.map(({ key }) => key),
                          event.currentTarget.checked,
                        )
                      }
                    />
                  </th>
                )}
                <th scope="col">Control</th>
                <th scope="col">Applies</th>
                <th scope="col">Why</th>
                <th scope="col">Responsible</th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {group.rows.map((row) => (
                <tr key={row.key} className={row.key === opened ? tables.opened : undefined}>
                  {chosen && (
                    <td>
                      <input
                        type="checkbox"
                        aria-label={chooseWords(row.number)}
                        checked={chosen.has(row.key)}
                        onChange={(event) => toggle([row.key], event.currentTarget.checked)}
                      />
                    </td>
                  )}
                  <th scope="row">
                    <LinkButton className={styles.name} onClick={(event) => onOpen(row.key, event.currentTarget)}>
                      <strong>{row.number}</strong> {row.title}
                    </LinkButton>
                  </th>
                  <td>
                    <Applies row={row} />
                  </td>
                  <td>
                    <Why row={row} statement={statement} />
                  </td>
                  <td>{row.row?.responsible ? nameOf(row.row.responsible, people) : '–'}</td>
                  <td>{row.state === null ? '–' : <StateLozenge state={row.state} />}</td>
                </tr>
              ))}
            </tbody>
          </PlainTable>
        ))}
      {rows.length === 0 && (
        <p className={texts.subtle} role="status">
          {NO_CONTROL_IS_SO} <LinkButton onClick={() => setShown('all')}>{SHOW_ALL}</LinkButton>
        </p>
      )}
      <Notice>{STATE_IS_NO_REASON}</Notice>
    </>
  );
}

function Applies({ row }: { row: Row }) {
  const condition = row.row?.applicable ? row.row.appliesWhen : null;
  return (
    <>
      {APPLICABILITY_WORDS[applicabilityOf(row.row)]}
      {condition && (
        <>
          <br />
          <span className={texts.aside}>{toSystemsWords(condition)}</span>
        </>
      )}
      {row.appliesToNone && (
        <>
          <br />
          <strong className={texts.small}>{TO_NONE_TODAY}</strong>
        </>
      )}
      {row.deviations > 0 && (
        <>
          <br />
          <span className={texts.aside}>{otherwiseWords(row.deviations)}</span>
        </>
      )}
    </>
  );
}

/** Reasons by their kind, what is still open, and what is suggested while nobody has decided. */
function Why({ row, statement }: { row: Row; statement: Statement }) {
  const open = statement.open.filter(({ key, code }) => key === row.key && code !== 'undecided');
  return (
    <>
      {row.row?.reasons.map((reason, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no other identity than their place.
        <div key={place} className={texts.words}>
          <strong>{REASON_KIND_WORDS[reason.kind]}:</strong> {reason.text}
        </div>
      ))}
      {open.map(({ code }) => (
        <div key={code} className={`${texts.overdue} ${texts.small}`}>
          {POINT_WORDS[code as keyof typeof POINT_WORDS]}
        </div>
      ))}
      {row.row === null && row.suggestion && (
        <span className={texts.aside}>{suggestedWords(row.suggestion.map(({ kind }) => kind))}</span>
      )}
      {row.row === null && row.suggestion === null && <span className={texts.aside}>{POINT_WORDS.undecided}</span>}
    </>
  );
}
