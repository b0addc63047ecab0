import Heading from '@atlaskit/heading';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { registerFields } from '../../../src/contract/register-fields';
import { numberOf } from '../../../src/contract/requirement-id';
import { CONCLUSIONS } from '../../../src/words/conclusions';
import { dayWords } from '../../../src/words/days';
import { figureWords } from '../../../src/words/figures';
import { unseenWords } from '../../../src/words/not-allowed';
import { reasonWords } from '../../../src/words/reasons';
import { AI_SYSTEM, OPEN_TRIAGE, STATEMENT_OF_APPLICABILITY, TRIAGE } from '../../../src/words/screens/shared/common';
import {
  CHAIN,
  LAST_SIGNIFICANT_CHANGE,
  LOADING_SYSTEM,
  NO_REQUIREMENTS,
  NOT_IN_SCOPE,
  SHOW_CONTROLS,
  SYSTEM_NOT_SHOWN,
  showOthersWords,
} from '../../../src/words/screens/systems/panel';
import { isDue } from '../../../src/words/states';
import { useDelayedRefetch } from '../../shared/hooks/use-delayed-refetch';
import type { Opened, Opener } from '../../shared/hooks/use-panel';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { IssueLink } from '../../shared/ui/issue-link';
import { LinkButton } from '../../shared/ui/link-button';
import { PersonName } from '../../shared/ui/person';
import { PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import { FieldWords } from '../../shared/ui/register-fields';
import { Renewal } from '../../shared/ui/renewal';
import { SidePanel } from '../../shared/ui/side-panel';
import panels from '../../shared/ui/side-panel.module.css';
import { STAGE_WORDS } from '../../shared/ui/stages';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import { rankOf } from '../../shared/ui/states';
import texts from '../../shared/ui/text.module.css';
import { Waiting } from '../../shared/ui/waiting';
import { Chain } from './chain';
import { SystemStatement } from './system-statement';
import styles from './systems.module.css';

const Triage = lazy(async () => ({ default: (await import('../triage/triage')).Triage }));
const SystemConclusions = lazy(async () => ({
  default: (await import('./system-conclusions')).SystemConclusions,
}));

type Detail = Output<'system.detail'>;
type Cell = Detail['cells'][number];

interface Props {
  opened: Opened;
  /** Opens what a requirement asks, and the ways to work on it. */
  onRequirement: Opener;
  onClose: () => void;
}

/** One AI system: what it is, its chain with the breaks, and its requirements with why they stand as they do. */
export function SystemPanel({ opened, onRequirement, onClose }: Props) {
  const { reading, retry } = useProcedure('system.detail', { issueId: opened.id });
  const written = useDelayedRefetch(retry);
  return (
    <SidePanel label={AI_SYSTEM} top={opened.top} wide onClose={onClose}>
      <ReadView reading={reading} retry={retry} waiting={LOADING_SYSTEM} failed={SYSTEM_NOT_SHOWN}>
        {(detail) => <Body detail={detail} onRequirement={onRequirement} onWritten={written} />}
      </ReadView>
    </SidePanel>
  );
}

interface BodyProps {
  detail: Detail;
  onRequirement: Opener;
  onWritten: () => void;
}

function Body({ detail, onRequirement, onWritten }: BodyProps) {
  const { system, figure, chain, cells } = detail;
  const [showsControls, setShowsControls] = useState(false);
  const [showsTriage, setShowsTriage] = useState(false);
  return (
    <>
      <p className={texts.aside}>
        <IssueLink issueKey={system.key} /> · {STAGE_WORDS[system.stage]}
        {!system.inScope && ` · ${NOT_IN_SCOPE}`}
      </p>
      <Heading size="medium" as="h2">
        {system.summary}
      </Heading>
      <dl className={`${styles.facts} ${texts.small}`}>
        <Fact word="Owner" value={system.owner && <PersonName person={system.owner} />} />
        {registerFields('ai-system').map((field) => (
          <Fact key={field.key} word={field.name} value={<FieldWords field={field} fields={system.fields} />} />
        ))}
        <Fact
          word={LAST_SIGNIFICANT_CHANGE}
          value={system.lastSignificantChange === null ? null : dayWords(system.lastSignificantChange)}
        />
      </dl>
      <section className={panels.part}>
        <Heading size="xsmall" as="h3">
          {CHAIN}
        </Heading>
        <Chain chain={chain} />
      </section>
      <section className={panels.part}>
        <Heading size="xsmall" as="h3">
          {TRIAGE}
        </Heading>
        {showsTriage ? (
          <Suspense fallback={<Waiting />}>
            <Triage issueId={system.issueId} onDecided={onWritten} />
          </Suspense>
        ) : (
          <LinkButton onClick={() => setShowsTriage(true)}>{OPEN_TRIAGE}</LinkButton>
        )}
      </section>
      <section className={panels.part}>
        <Heading size="xsmall" as="h3">
          {STATEMENT_OF_APPLICABILITY}
        </Heading>
        {showsControls ? (
          <SystemStatement issueId={system.issueId} />
        ) : (
          <LinkButton onClick={() => setShowsControls(true)}>{SHOW_CONTROLS}</LinkButton>
        )}
      </section>
      <section className={panels.part}>
        <Heading size="xsmall" as="h3">
          Requirements
        </Heading>
        <p className={texts.aside}>{figureWords(figure)}</p>
        {cells.length === 0 ? <p>{NO_REQUIREMENTS}</p> : <Cells cells={cells} onRequirement={onRequirement} />}
      </section>
      {cells.length > 0 && (
        <section className={panels.part}>
          <Heading size="xsmall" as="h3">
            {CONCLUSIONS}
          </Heading>
          <Suspense fallback={null}>
            <SystemConclusions detail={detail} onWritten={onWritten} />
          </Suspense>
        </section>
      )}
    </>
  );
}

function Fact({ word, value }: { word: string; value: ReactNode }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{value ?? '–'}</dd>
    </div>
  );
}

/** What is due stands first, worst at the top; the rest on request. */
function Cells({ cells, onRequirement }: { cells: readonly Cell[]; onRequirement: Opener }) {
  const [all, setAll] = useState(false);
  const due = [...cells].filter(({ state }) => isDue(state)).sort((a, b) => rankOf(a.state) - rankOf(b.state));
  const others = cells.filter(({ state }) => !isDue(state));
  return (
    <>
      <PlainTable>
        <thead className={texts.hidden}>
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">State</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {[...due, ...(all ? others : [])].map((cell) => (
            <CellRow key={cell.requirementId} cell={cell} onRequirement={onRequirement} />
          ))}
        </tbody>
      </PlainTable>
      {!all && others.length > 0 && (
        <LinkButton onClick={() => setAll(true)}>{showOthersWords(others.length)}</LinkButton>
      )}
    </>
  );
}

function CellRow({ cell, onRequirement }: { cell: Cell; onRequirement: Opener }) {
  return (
    <tr>
      <th scope="row">
        <LinkButton onClick={(event) => onRequirement(cell.requirementId, event.currentTarget)}>
          <strong>{numberOf(cell.requirementId)}</strong> {cell.title}
        </LinkButton>
      </th>
      <td>
        <StateLozenge state={cell.state} />
      </td>
      <td>
        {cell.reasons.map((reason) => (
          <div key={`${reason.code} ${reason.detail ?? ''}`}>
            {reasonWords(reason)}
            {reason.items.length > 0 && ': '}
            {reason.items.map((item, place) => (
              <span key={item.issueId} title={item.summary}>
                {place > 0 && ', '}
                <IssueLink issueKey={item.key} />
              </span>
            ))}
            {reason.hidden > 0 && <span className={texts.subtle}> and {unseenWords(reason.hidden)}</span>}
          </div>
        ))}
        <Renewal cell={cell} />
      </td>
    </tr>
  );
}
