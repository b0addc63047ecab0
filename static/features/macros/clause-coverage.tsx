import type { Output } from '../../../src/contract/procedures';
import { figureWords, groupWords, ORGANISATION_REQUIREMENTS } from '../../../src/words/figures';
import { ORGANISATION_NOT_SHOWN } from '../../../src/words/not-allowed';
import { NOTHING_COUNTED } from '../../../src/words/screens/macros/figures';
import { COVERAGE_TITLE } from '../../../src/words/screens/macros/titles';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import { projectOf, type Scope, scopeFrom } from '../../shared/scope';
import { populationsOf } from '../../shared/ui/populations';
import { RowsLink, useWayToRows } from '../../shared/ui/rows-link';
import { StateTile } from '../../shared/ui/state-tile';
import texts from '../../shared/ui/text.module.css';
import { TileGroup } from '../../shared/ui/tile-group';
import { InvalidScope } from './invalid-scope';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';
import { MacroReading } from './macro-reading';
import styles from './macros.module.css';
import { StateLegend } from './state-legend';
import { SystemCoverage } from './system-coverage';

type Figures = Output<'coverage.overview'>;

/** A strip for each clause and group of controls, with both populations, which are never added. */
export function ClauseCoverage(macro: MacroProps) {
  const scope = scopeFrom(macro.config.scope);
  if (scope === null) return <InvalidScope title={COVERAGE_TITLE} macro={macro} />;
  if (scope.kind === 'system') return <SystemCoverage title={COVERAGE_TITLE} scope={scope} macro={macro} />;
  return <Strips scope={scope} macro={macro} />;
}

function Strips({ scope, macro }: { scope: Scope; macro: MacroProps }) {
  const { reading, retry } = useProcedure('coverage.overview', { projectId: projectOf(scope) });
  const title = useScopeTitle(scope);
  return (
    <MacroReading title={COVERAGE_TITLE} scope={scope} reading={reading} retry={retry} macro={macro}>
      {(figures) => (
        <MacroFrame
          title={COVERAGE_TITLE}
          scopeTitle={title}
          asOf={figures.asOf}
          updating={figures.updating}
          timeZone={macro.timeZone}
        >
          {figures.asOf === null ? (
            <p>{NOTHING_COUNTED}</p>
          ) : (
            <>
              <Populations figures={figures} />
              <Groups figures={figures} wanted={macro.config.groups} />
            </>
          )}
        </MacroFrame>
      )}
    </MacroReading>
  );
}

function Groups({ figures, wanted }: { figures: Figures; wanted: unknown }) {
  const go = useWayToRows();
  const groups = shownGroups(figures, wanted).map((group) => ({
    ...group,
    tiles: figures.tiles.filter((tile) => tile.group === group.id),
  }));
  return (
    <>
      <StateLegend of={groups.flatMap(({ tiles }) => tiles)} />
      <ul className={styles.rows}>
        {groups.map(({ id, title, counts, tiles }) => (
          <li key={id}>
            <span>
              <strong>{id}</strong> {title}
            </span>
            <TileGroup label={`${id} ${title}`} opens={go !== null}>
              {tiles.map((tile) => (
                <StateTile
                  key={tile.requirementId}
                  {...tile}
                  onOpen={go && (() => go({ requirement: tile.requirementId }))}
                />
              ))}
            </TileGroup>
            <span className={texts.aside}>{groupWords(counts)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** All groups, or only the clauses, or only the controls. */
function shownGroups(figures: Figures, wanted: unknown): Figures['groups'] {
  if (wanted === 'clauses') return figures.groups.filter((group) => group.kind === 'clause');
  if (wanted === 'controls') return figures.groups.filter((group) => group.kind === 'control');
  return figures.groups;
}

function Populations({ figures }: { figures: Figures }) {
  return (
    <dl className={styles.figures}>
      {figures.organisation === null && (
        <div>
          <dt>{ORGANISATION_REQUIREMENTS}</dt>
          <dd>{ORGANISATION_NOT_SHOWN}</dd>
        </div>
      )}
      {populationsOf(figures).map(({ population, heading, figure, unknown, rows }) => (
        <div key={population}>
          <dt>{heading}</dt>
          <dd>
            <RowsLink to={rows}>{figureWords(figure, unknown)}</RowsLink>
          </dd>
        </div>
      ))}
    </dl>
  );
}
