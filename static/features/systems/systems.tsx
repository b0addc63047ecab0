import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Input } from '../../../src/contract/procedures';
import { AI_SYSTEM, AI_SYSTEMS, HIGHEST_RISK, NO_SYSTEM_MATCHES } from '../../../src/words/screens/shared/common';
import {
  ANY_STAGE,
  IN_SCOPE,
  LISTS_OF_SYSTEMS,
  NO_RISK,
  NO_SYSTEM,
  OUT_OF_SCOPE_ASIDE,
  OWNER_LEFT,
  openWords,
  risksWords,
  SEARCH,
  TAKEN_OUT,
  UNASSESSED,
  WITHOUT_OWNER,
} from '../../../src/words/screens/systems/register';
import { useDebounced } from '../../shared/hooks/use-debounced';
import type { Opener } from '../../shared/hooks/use-panel';
import { goTo, usePlace } from '../../shared/place';
import { FigureMeter } from '../../shared/ui/figure-meter';
import { IssueLink } from '../../shared/ui/issue-link';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { ListChoice } from '../../shared/ui/list-choice';
import { type Column, Register } from '../../shared/ui/register';
import { OWNER_COLUMN } from '../../shared/ui/register-columns';
import { FieldFilters, fieldColumns, useFieldFilter } from '../../shared/ui/register-fields';
import { RiskLevel } from '../../shared/ui/risk-level';
import { STAGE_WORDS } from '../../shared/ui/stages';
import texts from '../../shared/ui/text.module.css';
import styles from './systems.module.css';

type Stage = Input<'systems.list'>['stages'][number];
type Only = Input<'systems.list'>['only'];

const STAGES = Object.entries(STAGE_WORDS)
  .filter(([value]) => value !== 'out-of-scope')
  .map(([value, label]) => ({ value: value as Stage, label }));
const LISTS = [
  { id: 'all', word: 'All', count: null },
  { id: 'in-scope', word: IN_SCOPE, count: null },
  { id: 'out-of-scope', word: TAKEN_OUT, count: null },
  { id: 'in-operation-without-impact-assessment', word: UNASSESSED, count: null },
  { id: 'without-owner', word: WITHOUT_OWNER, count: null },
  { id: 'owner-left', word: OWNER_LEFT, count: null },
] as const satisfies readonly { id: Only; word: string; count: null }[];
/** A search starts when the person stops typing. */
const TYPING_MS = 350;

interface Props {
  projectId: string | null;
  onOpen: Opener;
  opened: string | null;
}

/** The register of AI systems; each opens to its requirements and its chain. */
export function Systems({ projectId, onOpen, opened }: Props) {
  const [stage] = usePlace('stage');
  const [list] = usePlace('list');
  const fields = useFieldFilter('ai-system');
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed.trim(), TYPING_MS);
  const only: Only = LISTS.find(({ id }) => id === list)?.id ?? 'all';
  const stages = STAGES.filter(({ value }) => value === stage).map(({ value }) => value);
  const filtered = text !== '' || stages.length > 0 || Object.keys(fields).length > 0 || only !== 'all';
  return (
    <>
      <div className={layout.filters}>
        <Textfield
          aria-label={SEARCH}
          placeholder={SEARCH}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          aria-label="Stage"
          placeholder={ANY_STAGE}
          isClearable
          options={STAGES}
          value={STAGES.find(({ value }) => value === stage) ?? null}
          onChange={(option) => goTo({ stage: option?.value ?? null })}
        />
        <FieldFilters kind="ai-system" />
      </div>
      <ListChoice
        label={LISTS_OF_SYSTEMS}
        choices={LISTS}
        chosen={only}
        onChoose={(id) => goTo({ list: id === 'all' ? null : id })}
      />
      <Register
        procedure="systems.list"
        label={AI_SYSTEMS}
        filter={{
          projectId,
          text: text === '' ? null : text,
          stages,
          fields,
          only,
        }}
        columns={columns(onOpen)}
        opened={opened}
        noun={[AI_SYSTEM, AI_SYSTEMS]}
        empty={filtered ? NO_SYSTEM_MATCHES : NO_SYSTEM}
      />
    </>
  );
}

const columns = (onOpen: Opener): readonly Column<'systems.list'>[] => [
  {
    key: 'system',
    title: AI_SYSTEM,
    width: 27,
    cell: ({ issueId, key, summary }) => (
      <div className={styles.systemName}>
        <IssueLink issueKey={key} />{' '}
        <LinkButton onClick={(event) => onOpen(issueId, event.currentTarget)} aria-label={openWords(key, summary)}>
          {summary}
        </LinkButton>
      </div>
    ),
  },
  {
    key: 'stage',
    title: 'Stage',
    width: 14,
    sort: 'stage',
    cell: ({ stage, inScope }) => (
      <>
        {STAGE_WORDS[stage]}
        {!inScope && stage !== 'retired' && stage !== 'rejected' && (
          <span className={texts.subtle}> {OUT_OF_SCOPE_ASIDE}</span>
        )}
      </>
    ),
  },
  ...fieldColumns('ai-system'),
  OWNER_COLUMN,
  {
    key: 'risk',
    title: HIGHEST_RISK,
    width: 11,
    sort: 'risk',
    cell: ({ risks }) =>
      risks.count === 0 ? (
        <span className={texts.subtle}>{NO_RISK}</span>
      ) : (
        <RiskLevel level={risks.highest} title={risksWords(risks)} />
      ),
  },
  {
    key: 'coverage',
    title: 'Implemented',
    width: 12,
    sort: 'coverage',
    cell: ({ figure }) => <FigureMeter figure={figure} />,
  },
];
