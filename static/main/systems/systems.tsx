import './systems.css';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import { counted } from '../../shared/count';
import { FigureMeter } from '../../shared/figure-words';
import { IssueLink } from '../../shared/issue-link';
import { PersonName } from '../../shared/person';
import { goTo, usePlace } from '../../shared/place';
import { ReadView } from '../../shared/read-view';
import { REGISTER_ROWS, RegisterTable } from '../../shared/register-table';
import { RiskLevel } from '../../shared/risk-words';
import { CLASSES, STAGE_WORDS } from '../../shared/stages';
import type { Opener } from '../../shared/use-panel';
import { useProcedure } from '../../shared/use-procedure';
import { useSettled } from '../../shared/use-settled';

type Row = Output<'systems.list'>['rows'][number];
type Stage = Input<'systems.list'>['stages'][number];

const STAGES = Object.entries(STAGE_WORDS)
  .filter(([value]) => value !== 'out-of-scope')
  .map(([value, label]) => ({ value: value as Stage, label }));
const CLASS_OPTIONS = CLASSES.map((value) => ({ value, label: value }));
const UNASSESSED = 'in-operation-without-impact-assessment';
/** A search starts when the person stops typing. */
const TYPING_MS = 350;

const COLUMNS = [
  { key: 'system', content: 'AI system', width: 27 },
  { key: 'stage', content: 'Stage', width: 14 },
  { key: 'class', content: 'AI Act class', width: 15 },
  { key: 'role', content: 'Role', width: 10 },
  { key: 'owner', content: 'Owner', width: 12 },
  { key: 'risk', content: 'Highest risk', width: 10 },
  { key: 'coverage', content: 'Implemented', width: 12 },
] as const;

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
  const [page, setPage] = useState(0);
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), TYPING_MS);
  const stages = STAGES.filter(({ value }) => value === stage).map(({ value }) => value);
  const filtered = text !== '' || stages.length > 0 || aiActClass !== null || list === UNASSESSED;
  const { reading, retry } = useProcedure('systems.list', {
    projectId,
    text: text === '' ? null : text,
    stages,
    classes: aiActClass === null ? [] : [aiActClass],
    inScopeOnly: false,
    only: list === UNASSESSED ? UNASSESSED : 'all',
    page,
    limit: REGISTER_ROWS,
  });
  const choose = (wanted: Readonly<Record<string, string | null>>) => {
    setPage(0);
    goTo(wanted);
  };
  return (
    <>
      <div className="filters">
        <Textfield
          aria-label="Search by words of the title"
          placeholder="Search by words of the title"
          value={typed}
          onChange={(event) => {
            setPage(0);
            setTyped(event.currentTarget.value);
          }}
        />
        <Select
          aria-label="Stage"
          placeholder="Any stage"
          isClearable
          options={STAGES}
          value={STAGES.find(({ value }) => value === stage) ?? null}
          onChange={(option) => choose({ stage: option?.value ?? null })}
        />
        <Select
          aria-label="AI Act class"
          placeholder="Any AI Act class"
          isClearable
          options={CLASS_OPTIONS}
          value={CLASS_OPTIONS.find(({ value }) => value === aiActClass) ?? null}
          onChange={(option) => choose({ class: option?.value ?? null })}
        />
      </div>
      {list === UNASSESSED && (
        <p className="list-choice small">
          Only what is in operation without impact assessment ·{' '}
          <button type="button" className="link-button" onClick={() => choose({ list: null })}>
            Show all
          </button>
        </p>
      )}
      <ReadView reading={reading} retry={retry} waiting="Loading the register" failed="The register cannot be shown">
        {({ rows, total, hidden }) => (
          <RegisterTable
            label="AI systems"
            columns={COLUMNS}
            rows={rows.map((row) => rowOf(row, onOpen, opened))}
            total={total}
            hidden={hidden}
            one="AI system"
            many="AI systems"
            page={page}
            onPage={setPage}
            busy={reading.state === 'loaded' && reading.refreshing}
            empty={
              filtered
                ? 'No AI system matches.'
                : 'No AI system is registered yet. Create an issue of the type “AI system”, or let an administrator import an inventory.'
            }
          />
        )}
      </ReadView>
    </>
  );
}

function rowOf(row: Row, onOpen: Opener, opened: string | null) {
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
