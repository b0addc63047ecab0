import './systems.css';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import { AI_ACT_CLASS_WORDS } from '../../../src/contract/words';
import { counted } from '../../shared/count';
import { FigureMeter } from '../../shared/figure-words';
import { IssueLink } from '../../shared/issue-link';
import { ListChoice } from '../../shared/list-choice';
import { PersonName } from '../../shared/person';
import { goTo, usePlace } from '../../shared/place';
import { type Column, Register, type RegisterRow } from '../../shared/register';
import { RiskLevel } from '../../shared/risk-words';
import { STAGE_WORDS } from '../../shared/stages';
import type { Opener } from '../../shared/use-panel';
import { useSettled } from '../../shared/use-settled';

type Row = Output<'systems.list'>['rows'][number];
type Stage = Input<'systems.list'>['stages'][number];
type Only = Input<'systems.list'>['only'];

const STAGES = Object.entries(STAGE_WORDS)
  .filter(([value]) => value !== 'out-of-scope')
  .map(([value, label]) => ({ value: value as Stage, label }));
const CLASS_OPTIONS = AI_ACT_CLASS_WORDS.map((value) => ({ value, label: value }));
const LISTS = [
  { id: 'all', word: 'All', count: null },
  { id: 'in-scope', word: 'In scope', count: null },
  { id: 'out-of-scope', word: 'Taken out of scope', count: null },
  { id: 'in-operation-without-impact-assessment', word: 'In operation without impact assessment', count: null },
] as const satisfies readonly { id: Only; word: string; count: null }[];
/** A search starts when the person stops typing. */
const TYPING_MS = 350;

const COLUMNS: readonly Column<'systems.list'>[] = [
  { key: 'system', content: 'AI system', width: 27 },
  { key: 'stage', content: 'Stage', width: 14, sort: 'stage' },
  { key: 'class', content: 'AI Act class', width: 14 },
  { key: 'role', content: 'Role', width: 10 },
  { key: 'owner', content: 'Owner', width: 12 },
  { key: 'risk', content: 'Highest risk', width: 11, sort: 'risk' },
  { key: 'coverage', content: 'Implemented', width: 12, sort: 'coverage' },
];

interface Props {
  projectId: string | null;
  onOpen: Opener;
  opened: string | null;
}

/** The register of AI systems; each opens to its requirements and its chain. */
export function Systems({ projectId, onOpen, opened }: Props) {
  const [stage] = usePlace('stage');
  const [aiActClass] = usePlace('class');
  const [list] = usePlace('list');
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), TYPING_MS);
  const only: Only = LISTS.find(({ id }) => id === list)?.id ?? 'all';
  const stages = STAGES.filter(({ value }) => value === stage).map(({ value }) => value);
  const filtered = text !== '' || stages.length > 0 || aiActClass !== null || only !== 'all';
  return (
    <>
      <div className="filters">
        <Textfield
          aria-label="Search by words of the title"
          placeholder="Search by words of the title"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          aria-label="Stage"
          placeholder="Any stage"
          isClearable
          options={STAGES}
          value={STAGES.find(({ value }) => value === stage) ?? null}
          onChange={(option) => goTo({ stage: option?.value ?? null })}
        />
        <Select
          aria-label="AI Act class"
          placeholder="Any AI Act class"
          isClearable
          options={CLASS_OPTIONS}
          value={CLASS_OPTIONS.find(({ value }) => value === aiActClass) ?? null}
          onChange={(option) => goTo({ class: option?.value ?? null })}
        />
      </div>
      <ListChoice
        label="List of AI systems"
        choices={LISTS}
        chosen={only}
        onChoose={(id) => goTo({ list: id === 'all' ? null : id })}
      />
      <Register
        procedure="systems.list"
        label="AI systems"
        filter={{
          projectId,
          text: text === '' ? null : text,
          stages,
          classes: aiActClass === null ? [] : [aiActClass],
          only,
        }}
        columns={COLUMNS}
        rowOf={(row) => rowOf(row, onOpen, opened)}
        noun={['AI system', 'AI systems']}
        empty={
          filtered
            ? 'No AI system matches.'
            : 'No AI system is registered yet. Create an issue of the type “AI system”, or let an administrator import an inventory.'
        }
      />
    </>
  );
}

function rowOf(row: Row, onOpen: Opener, opened: string | null): RegisterRow {
  return {
    key: row.issueId,
    opened: row.issueId === opened,
    cells: [
      <div key="system" className="system-name">
        <IssueLink issueKey={row.key} />{' '}
        <button
          type="button"
          className="link-button"
          onClick={(event) => onOpen(row.issueId, event.currentTarget)}
          aria-label={`Open ${row.key} ${row.summary}`}
        >
          {row.summary}
        </button>
      </div>,
      <span key="stage">
        {STAGE_WORDS[row.stage]}
        {!row.inScope && row.stage !== 'retired' && row.stage !== 'rejected' && (
          <span className="subtle"> (out of scope)</span>
        )}
      </span>,
      row.aiActClass.length === 0 ? (
        <span key="class" className="subtle">
          Not screened
        </span>
      ) : (
        row.aiActClass.join(', ')
      ),
      row.aiActRoles.length === 0 ? (
        <span key="role" className="subtle">
          –
        </span>
      ) : (
        row.aiActRoles.join(', ')
      ),
      <PersonName key="owner" person={row.owner} />,
      row.risks.count === 0 ? (
        <span key="risk" className="subtle">
          no risk recorded
        </span>
      ) : (
        <RiskLevel key="risk" level={row.risks.highest} title={riskTitle(row.risks)} />
      ),
      <FigureMeter key="coverage" figure={row.figure} />,
    ],
  };
}

const riskTitle = ({ count, unrated }: Row['risks']): string =>
  `${counted(count, 'risk', 'risks')}${unrated > 0 ? `, ${unrated} not rated` : ''}`;
