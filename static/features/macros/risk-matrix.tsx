import type { Output } from '../../../src/contract/procedures';
import {
  ABOVE_THRESHOLD_NOW,
  acceptancesExpiredWords,
  acceptanceWords,
  moreRisksWords,
  NO_RISK_HERE,
  risksAboveWords,
  risksUnratedWords,
  risksWords,
} from '../../../src/words/screens/macros/risk-matrix';
import { RISKS_TITLE } from '../../../src/words/screens/macros/titles';
import { AI_RISK } from '../../../src/words/screens/shared/common';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import { projectOf, type Scope, scopeFrom } from '../../shared/scope';
import { HeatBands, HeatMap, type Square } from '../../shared/ui/heat-map';
import { IssueLink } from '../../shared/ui/issue-link';
import { RatingLevel } from '../../shared/ui/risk-level';
import { useWayToRows } from '../../shared/ui/rows-link';
import ruled from '../../shared/ui/ruled-table.module.css';
import texts from '../../shared/ui/text.module.css';
import { InvalidScope } from './invalid-scope';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';
import { MacroReading } from './macro-reading';
import styles from './macros.module.css';
import { Summary } from './summary';

type Matrix = Output<'risks.matrix'>;

/** How many AI risks stand in each square, as found and as they remain; and the highest that the reader may see. */
export function RiskMatrix(macro: MacroProps) {
  const scope = scopeFrom(macro.config.scope);
  if (scope === null) return <InvalidScope title={RISKS_TITLE} macro={macro} />;
  return <Risks scope={scope} macro={macro} />;
}

function Risks({ scope, macro }: { scope: Scope; macro: MacroProps }) {
  const { reading, retry } = useProcedure('risks.matrix', {
    projectId: projectOf(scope),
    ...(scope.kind === 'system' ? { systemIssueId: scope.issueId } : {}),
  });
  const title = useScopeTitle(scope);
  const go = useWayToRows();
  const choose = (map: 'inherent' | 'residual') =>
    go === null
      ? undefined
      : ({ likelihood, consequence }: Square) => go({ page: 'risks', square: `${map}-${likelihood}${consequence}` });
  return (
    <MacroReading title={RISKS_TITLE} scope={scope} reading={reading} retry={retry} macro={macro}>
      {(matrix) => (
        <MacroFrame title={RISKS_TITLE} scopeTitle={title} asOf={matrix.asOf} timeZone={macro.timeZone} figures={false}>
          {matrix.total === 0 ? (
            <p>{NO_RISK_HERE}</p>
          ) : (
            <>
              <Summary parts={summaryOf(matrix)} />
              <div className={styles.maps}>
                <HeatMap heading="Inherent" scale={matrix.scale} {...matrix.inherent} onChoose={choose('inherent')} />
                <HeatMap heading="Residual" scale={matrix.scale} {...matrix.residual} onChoose={choose('residual')} />
              </div>
              <HeatBands bands={matrix.scale.bands} />
              <TopRisks matrix={matrix} />
            </>
          )}
        </MacroFrame>
      )}
    </MacroReading>
  );
}

function summaryOf(matrix: Matrix) {
  const { total, inherent, acceptanceExpired } = matrix;
  const list = (id: string) => ({ page: 'risks', list: id });
  return [
    { words: risksWords(total), to: { page: 'risks' } },
    { words: risksAboveWords(matrix), to: list('above-threshold') },
    ...(inherent.unrated > 0 ? [{ words: risksUnratedWords(inherent.unrated), to: list('unrated') }] : []),
    ...(acceptanceExpired > 0
      ? [
          {
            words: acceptancesExpiredWords(acceptanceExpired),
            to: list('acceptance-expired'),
          },
        ]
      : []),
  ];
}

function TopRisks({ matrix }: { matrix: Matrix }) {
  if (matrix.top === null) return null;
  const { rows, hidden } = matrix.top;
  return (
    <>
      {rows.length > 0 && (
        <table className={`${ruled.table} ${ruled.cards}`}>
          <caption>{ABOVE_THRESHOLD_NOW}</caption>
          <thead>
            <tr>
              <th scope="col">{AI_RISK}</th>
              <th scope="col">Inherent</th>
              <th scope="col">Residual</th>
              <th scope="col">Acceptance</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((risk) => (
              <tr key={risk.issueId}>
                <th scope="row">
                  <IssueLink issueKey={risk.key} /> {risk.summary}
                </th>
                <td data-title="Inherent">
                  <RatingLevel rating={risk.inherent} />
                </td>
                <td data-title="Residual">
                  <RatingLevel rating={risk.residual} />
                </td>
                <td data-title="Acceptance">{acceptanceWords(risk)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && <p className={texts.aside}>{moreRisksWords(hidden)}</p>}
    </>
  );
}
