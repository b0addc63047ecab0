import DynamicTable from '@atlaskit/dynamic-table';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect, useMemo, useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { dayWords } from '../../../src/words/days';
import { ORGANISATION_REQUIREMENTS, showThemWords } from '../../../src/words/figures';
import { countWords } from '../../../src/words/numbers';
import { reasonWords } from '../../../src/words/reasons';
import { NOTHING_LINKED } from '../../../src/words/screens/requirements/common';
import {
  FILTER,
  NONE_MATCHES,
  NOT_CURRENT,
  OF_BOTH,
  OF_EVERY_SYSTEM,
  RENEW_BEFORE,
  RUNNING_OUT,
  requirementsWords,
  WHOSE,
  worstWords,
} from '../../../src/words/screens/requirements/list';
import { AI_SYSTEMS, ANY_STATE, SHOW_ALL } from '../../../src/words/screens/shared/common';
import { STATES } from '../../../src/words/states';
import { useDebounced } from '../../shared/hooks/use-debounced';
import type { Opener } from '../../shared/hooks/use-panel';
import { goTo, usePlace } from '../../shared/place';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import { type CoverageState, rankOf, renewBefore, WORST_FIRST } from '../../shared/ui/states';
import tables from '../../shared/ui/table.module.css';
import texts from '../../shared/ui/text.module.css';
import type { Figures } from '../overview/figures';
import styles from './requirements.module.css';

type Tile = Figures['tiles'][number];

interface Filter {
  text: string;
  states: readonly CoverageState[];
  scopeLevel: Tile['scopeLevel'] | 'both';
}
const EVERYTHING = { show: null, state: null, find: null } as const;

const ROWS_PER_PAGE = 25;
/** The address follows when the person stops typing. */
const TYPING_MS = 300;
const STATE_OPTIONS = WORST_FIRST.map((state) => ({ value: state, label: STATES[state].word }));
const LEVEL_OPTIONS = [
  { value: 'both', label: OF_BOTH },
  { value: 'organisation', label: ORGANISATION_REQUIREMENTS },
  { value: 'ai-system', label: OF_EVERY_SYSTEM },
] as const;

const HEAD = {
  cells: [
    { key: 'requirement', content: 'Requirement', isSortable: true, width: 34 },
    { key: 'state', content: 'State', isSortable: true, width: 14 },
    { key: 'why', content: 'Why', width: 30 },
    { key: 'systems', content: AI_SYSTEMS, isSortable: true, width: 10 },
    { key: 'renew', content: RENEW_BEFORE, isSortable: true, width: 12 },
  ],
};

interface Props {
  figures: Figures;
  onOpen: Opener;
  opened: string | null;
}

/** The 70 requirements as a table: the state, why, and a way to the reasons. What is shown at first stands in the address. */
export function Requirements({ figures, onOpen, opened }: Props) {
  const { tiles } = figures;
  const [show] = usePlace('show');
  const [state] = usePlace('state');
  const [find] = usePlace('find');
  const [page, setPage] = useState(1);
  const filter = useMemo(() => filterOf(show, state, find), [show, state, find]);
  const listed = useMemo(() => listedOf(show, figures), [show, figures]);
  const shown = useMemo(
    () => tiles.filter((tile) => (listed?.ids.has(tile.requirementId) ?? true) && matches(tile, filter)),
    [tiles, filter, listed],
  );
  const change = (wanted: Readonly<Record<string, string | null>>) => {
    setPage(1);
    goTo(wanted);
  };
  const everything = () => change(EVERYTHING);
  return (
    <>
      <Filters filter={filter} onChange={change} />
      <p className={texts.aside} role="status">
        {requirementsWords(shown.length, tiles.length)}
        {listed && (
          <>
            {` ${listed.words} · `}
            <LinkButton onClick={everything}>{SHOW_ALL}</LinkButton>
          </>
        )}
      </p>
      <div className={tables.frame}>
        <DynamicTable
          label="Requirements"
          head={HEAD}
          rows={shown.map((tile) => rowOf(tile, tiles.indexOf(tile), onOpen, opened))}
          rowsPerPage={ROWS_PER_PAGE}
          page={page}
          onSetPage={setPage}
          emptyView={
            <p className={texts.subtle}>
              {NONE_MATCHES} <LinkButton onClick={everything}>{SHOW_ALL}</LinkButton>
            </p>
          }
        />
      </div>
    </>
  );
}

/** The filter stands in the address: figures lead to it, and it is found again after a reload. */
function filterOf(show: string | null, state: string | null, find: string | null): Filter {
  const states = state?.split(',') ?? [];
  return {
    text: find ?? '',
    scopeLevel: show === 'organisation' || show === 'ai-system' ? show : 'both',
    states: WORST_FIRST.filter((one) => states.includes(one)),
  };
}

/** Lists behind "look here". */
function listedOf(show: string | null, { lookHere }: Figures): { ids: ReadonlySet<string>; words: string } | null {
  if (show === 'documents') return { ids: new Set(lookHere.documents?.missing), words: NOT_CURRENT };
  if (show === 'lapsing')
    return {
      ids: new Set(lookHere.lapsing.map(({ requirementId }) => requirementId)),
      words: RUNNING_OUT,
    };
  return null;
}

interface FiltersProps {
  filter: Filter;
  onChange: (wanted: Readonly<Record<string, string | null>>) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const [typed, setTyped] = useState(filter.text);
  const settled = useDebounced(typed, TYPING_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed changes the address.
  useEffect(() => {
    if (settled !== filter.text) onChange({ find: settled === '' ? null : settled });
  }, [settled]);
  useEffect(() => setTyped(filter.text), [filter.text]);
  return (
    <div className={layout.filters}>
      <Textfield
        aria-label={FILTER}
        placeholder={FILTER}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        aria-label="State"
        placeholder={ANY_STATE}
        isMulti
        options={STATE_OPTIONS}
        value={STATE_OPTIONS.filter((option) => filter.states.includes(option.value))}
        onChange={(options) =>
          onChange({ state: options.length === 0 ? null : options.map((option) => option.value).join(',') })
        }
      />
      <Select
        aria-label={WHOSE}
        options={LEVEL_OPTIONS}
        value={LEVEL_OPTIONS.find((option) => option.value === filter.scopeLevel) ?? LEVEL_OPTIONS[0]}
        onChange={(option) => onChange({ show: option === null || option.value === 'both' ? null : option.value })}
      />
    </div>
  );
}

function matches(tile: Tile, { text, states, scopeLevel }: Filter): boolean {
  if (scopeLevel !== 'both' && tile.scopeLevel !== scopeLevel) return false;
  if (states.length > 0 && !states.includes(tile.state)) return false;
  const haystack = `${numberOf(tile.requirementId)} ${tile.title} ${whyOf(tile)}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function rowOf(tile: Tile, position: number, onOpen: Opener, opened: string | null) {
  const { requirementId, title, state, systems } = tile;
  const renew = renewBefore(tile);
  const share = systems && systems.due > 0 ? systems.implemented / systems.due : 2;
  return {
    key: requirementId,
    ...(requirementId === opened ? { className: tables.opened } : {}),
    cells: [
      {
        key: position,
        content: (
          <LinkButton className={styles.name} onClick={(event) => onOpen(requirementId, event.currentTarget)}>
            <strong>{numberOf(requirementId)}</strong> {title}
          </LinkButton>
        ),
      },
      { key: rankOf(state), content: <StateLozenge state={state} /> },
      { key: 'why', content: whyOf(tile) },
      {
        key: share,
        content:
          systems === null || systems.due === 0 ? (
            systemsWords(systems)
          ) : (
            <LinkButton
              aria-label={showThemWords(`${systemsWords(systems)} ${AI_SYSTEMS}`)}
              onClick={(event) => onOpen(requirementId, event.currentTarget)}
            >
              {systemsWords(systems)}
            </LinkButton>
          ),
      },
      { key: renew ?? '9999', content: renew === null ? '–' : dayWords(renew) },
    ],
  };
}

function systemsWords(systems: Tile['systems']): string {
  if (systems === null) return '–';
  return systems.due === 0 ? 'none due' : `${countWords(systems.implemented)} of ${countWords(systems.due)}`;
}

/** The first reason in words. A requirement of every AI system has its reasons in the cells: here, how many are worst. */
function whyOf(tile: Tile): string {
  const worst = tile.systems?.counts[tile.state] ?? 0;
  if (tile.systems && worst > 0) return worstWords(tile.state, worst);
  const [first] = tile.reasons;
  return first ? reasonWords(first) : NOTHING_LINKED;
}
