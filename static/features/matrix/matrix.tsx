import Select from '@atlaskit/select';
import { useMemo, useRef, useState } from 'react';
import {
  ANY_STAGE_IN_SCOPE,
  IMPLEMENTED_OR_VERIFIED,
  LOADING_MATRIX,
  MATRIX_NOT_COMPLETE,
  MATRIX_NOT_SHOWN,
  NO_SYSTEM_IN_SCOPE,
  sizeWords,
  WITH_REQUIREMENT,
} from '../../../src/words/screens/matrix';
import { ANY_STATE, NO_SYSTEM_MATCHES } from '../../../src/words/screens/shared/common';
import { STATES } from '../../../src/words/states';
import type { Opener } from '../../shared/hooks/use-panel';
import { goTo, usePlace } from '../../shared/place';
import { AsOf } from '../../shared/ui/as-of';
import layout from '../../shared/ui/layout.module.css';
import { ReadingFailure } from '../../shared/ui/reading-failure';
import { RegisterCount } from '../../shared/ui/register-count';
import { FieldFilters, useFieldFilter } from '../../shared/ui/register-fields';
import { STAGE_WORDS } from '../../shared/ui/stages';
import { toneOf } from '../../shared/ui/state-tone';
import { WORST_FIRST } from '../../shared/ui/states';
import texts from '../../shared/ui/text.module.css';
import { Waiting } from '../../shared/ui/waiting';
import { CellPanel } from './cell-panel';
import { Grid } from './grid';
import styles from './matrix.module.css';
import type { OpenedCell } from './opened-cell';
import { type Head, type MatrixRow, useMatrix } from './use-matrix';
import { useTitles } from './use-titles';

const IN_SCOPE = Object.entries(STAGE_WORDS)
  .filter(([value]) => !['retired', 'rejected', 'out-of-scope'].includes(value))
  .map(([value, label]) => ({ value: value as MatrixRow['stage'], label }));
const STATE_OPTIONS = [
  { value: 'implemented,verified', label: IMPLEMENTED_OR_VERIFIED },
  ...WORST_FIRST.map((value) => ({ value: value as string, label: STATES[value].word })),
];

interface Props {
  projectId: string | null;
  onOpen: Opener;
  onRequirement: Opener;
}

/** AI systems by the requirements that each of them has to meet. Thousands of rows scroll in a frame of their own. */
export function Matrix({ projectId, onOpen, onRequirement }: Props) {
  const [stage] = usePlace('stage');
  const fields = useFieldFilter('ai-system');
  const [state] = usePlace('show');
  const { head, rows, complete, error, retry } = useMatrix({
    projectId,
    stages: IN_SCOPE.filter(({ value }) => value === stage).map(({ value }) => value),
    fields,
  });
  const { titles, want } = useTitles();
  const [cell, setCell] = useState<OpenedCell | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const chosen = STATE_OPTIONS.find(({ value }) => value === state) ?? null;
  const letters = lettersOf(head, chosen?.value ?? null);
  const dropped = useMemo(() => rows.filter((row) => titles.get(row.issueId) === null).length, [rows, titles]);
  const shown = useMemo(
    () => rows.filter((row) => titles.get(row.issueId) !== null && (letters === null || cellsIn(row, letters) > 0)),
    [rows, titles, letters],
  );
  return (
    <>
      <div className={layout.filters}>
        <Select
          aria-label="Stage"
          placeholder={ANY_STAGE_IN_SCOPE}
          isClearable
          options={IN_SCOPE}
          value={IN_SCOPE.find(({ value }) => value === stage) ?? null}
          onChange={(option) => goTo({ stage: option?.value ?? null })}
        />
        <FieldFilters kind="ai-system" />
        <Select
          aria-label={WITH_REQUIREMENT}
          placeholder={ANY_STATE}
          isClearable
          options={STATE_OPTIONS}
          value={chosen}
          onChange={(option) => goTo({ show: option?.value ?? null })}
        />
      </div>
      {error && <ReadingFailure error={error} title={head ? MATRIX_NOT_COMPLETE : MATRIX_NOT_SHOWN} retry={retry} />}
      {!head && !error && <Waiting what={LOADING_MATRIX} />}
      {head && (
        <div className={layout.split}>
          <div className={layout.main}>
            <AsOf fresh={head} refreshing={!complete && error === null} onRefresh={retry} />
            <RegisterCount>
              {sizeWords({
                chosen:
                  chosen && letters !== null ? { state: chosen.label, requirements: countIn(shown, letters) } : null,
                systems: shown.length,
                requirements: head.requirements.length,
                loaded: complete || error ? null : { rows: rows.length, of: head.total },
                hidden: head.hidden + dropped,
              })}
            </RegisterCount>
            {shown.length === 0 && complete ? (
              <p className={texts.subtle}>
                {rows.length === 0 && !stage && Object.keys(fields).length === 0
                  ? NO_SYSTEM_IN_SCOPE
                  : NO_SYSTEM_MATCHES}
              </p>
            ) : (
              <Grid
                head={head}
                rows={shown}
                titles={titles}
                opened={cell}
                onVisible={want}
                onSystem={onOpen}
                onCell={(opened, by) => {
                  opener.current = by;
                  setCell(opened);
                }}
              />
            )}
            <Legend />
          </div>
          {cell && (
            <CellPanel
              key={`${cell.issueId} ${cell.requirementId}`}
              cell={cell}
              onSystem={onOpen}
              onRequirement={onRequirement}
              onClose={() => {
                setCell(null);
                opener.current?.focus();
              }}
            />
          )}
        </div>
      )}
    </>
  );
}

/** The letters of the states that are chosen, or null when none is. */
function lettersOf(head: Head | null, chosen: string | null): string | null {
  if (head === null || chosen === null) return null;
  const states = chosen.split(',');
  return Object.entries(head.letters)
    .filter(([, state]) => states.includes(state))
    .map(([letter]) => letter)
    .join('');
}

const cellsIn = ({ states }: MatrixRow, letters: string): number =>
  [...states].filter((letter) => letters.includes(letter)).length;

const countIn = (rows: readonly MatrixRow[], letters: string): number =>
  rows.reduce((sum, row) => sum + cellsIn(row, letters), 0);

function Legend() {
  return (
    <ul className={`${styles.legend} ${texts.small}`} aria-label="Legend">
      {[...WORST_FIRST].map((state) => (
        <li key={state} title={STATES[state].meaning}>
          <span aria-hidden="true" className={`${styles.sign} ${toneOf(state)}`}>
            {STATES[state].sign}
          </span>{' '}
          {STATES[state].word}
        </li>
      ))}
    </ul>
  );
}
