import type { Input, Output } from '../../../src/contract/procedures';
import { byTriageWords, laterWords } from '../../../src/words/figures';
import {
  AI_ACT_CLASS,
  moreSystemsWords,
  NO_RISK_RECORDED,
  NO_SYSTEM_HERE,
  NOT_SCREENED,
} from '../../../src/words/screens/macros/register';
import { REGISTER_TITLE } from '../../../src/words/screens/macros/titles';
import { AI_SYSTEM, HIGHEST_RISK, NONE_THAT_YOU_MAY_SEE } from '../../../src/words/screens/shared/common';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import { projectOf, type Scope, scopeFrom } from '../../shared/scope';
import { IssueLink } from '../../shared/ui/issue-link';
import { RiskLevel } from '../../shared/ui/risk-level';
import { RowsLink } from '../../shared/ui/rows-link';
import ruled from '../../shared/ui/ruled-table.module.css';
import texts from '../../shared/ui/text.module.css';
import { InvalidScope } from './invalid-scope';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';
import { MacroReading } from './macro-reading';
import { stageFrom, stageWords } from './stages';

const ROWS = 25;
type Row = Output<'systems.list'>['rows'][number];
type Filter = Pick<Input<'systems.list'>, 'projectId' | 'stages'>;

/** The AI systems that the reader may see, and how many more there are. */
export function Register(macro: MacroProps) {
  const scope = scopeFrom(macro.config.scope);
  const stage = stageFrom(macro.config.stage);
  if (scope === null || scope.kind === 'system' || stage === undefined)
    return <InvalidScope title={REGISTER_TITLE} macro={macro} />;
  const filter: Filter = { projectId: projectOf(scope), stages: stage === null ? [] : [stage] };
  return <Systems scope={scope} filter={filter} macro={macro} />;
}

function Systems({ scope, filter, macro }: { scope: Scope; filter: Filter; macro: MacroProps }) {
  const { reading, retry } = useProcedure('systems.list', {
    ...filter,
    text: null,
    fields: {},
    only: 'in-scope',
    sort: null,
    page: 0,
    limit: ROWS,
  });
  const title = useScopeTitle(scope);
  return (
    <MacroReading title={REGISTER_TITLE} scope={scope} reading={reading} retry={retry} macro={macro}>
      {({ rows, total, hidden }) => (
        <MacroFrame title={REGISTER_TITLE} scopeTitle={title} timeZone={macro.timeZone}>
          {rows.length === 0 ? <p>{hidden > 0 ? NONE_THAT_YOU_MAY_SEE : NO_SYSTEM_HERE}</p> : <Table rows={rows} />}
          <p className={texts.aside}>{moreSystemsWords(total - rows.length, hidden)}</p>
        </MacroFrame>
      )}
    </MacroReading>
  );
}

function Table({ rows }: { rows: readonly Row[] }) {
  return (
    <table className={`${ruled.table} ${ruled.cards}`}>
      <thead>
        <tr>
          <th scope="col">{AI_SYSTEM}</th>
          <th scope="col">Stage</th>
          <th scope="col">{AI_ACT_CLASS}</th>
          <th scope="col">{HIGHEST_RISK}</th>
          <th scope="col">Implemented</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.issueId}>
            <th scope="row">
              <IssueLink issueKey={row.key} /> {row.summary}
            </th>
            <td data-title="Stage">{stageWords(row.stage)}</td>
            <td data-title={AI_ACT_CLASS}>{row.fields['ai-act-class']?.join(', ') || NOT_SCREENED}</td>
            <td data-title={HIGHEST_RISK}>
              <Risk risks={row.risks} />
            </td>
            <td data-title="Implemented">
              {row.figure.applicable === 0 ? (
                'none due'
              ) : (
                <RowsLink to={{ page: 'systems', system: row.issueId }}>
                  {row.figure.implemented} of {row.figure.applicable}
                  {byTriageWords(row.figure.byTriage ?? 0)}
                  {laterWords(row.figure.later ?? 0)}
                </RowsLink>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Risk({ risks: { count, unrated, highest } }: { risks: Row['risks'] }) {
  if (count === 0) return <>{NO_RISK_RECORDED}</>;
  return (
    <>
      <RiskLevel level={highest} />
      {highest !== null && unrated > 0 && ` ${unrated} not rated`}
    </>
  );
}
