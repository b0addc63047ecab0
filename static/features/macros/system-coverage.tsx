import { figureWords } from '../../../src/words/figures';
import { REQUIREMENTS_OF_SYSTEM } from '../../../src/words/screens/macros/frame';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useScopeTitle } from '../../shared/hooks/use-scope-title';
import type { Scope } from '../../shared/scope';
import { RowsLink, useWayToRows } from '../../shared/ui/rows-link';
import { StateTile } from '../../shared/ui/state-tile';
import { TileGroup } from '../../shared/ui/tile-group';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';
import { MacroReading } from './macro-reading';
import { StateLegend } from './state-legend';

interface Props {
  title: string;
  scope: Scope & { kind: 'system' };
  macro: MacroProps;
  /** Which of the system's requirements are shown; all without it. */
  shows?: (requirementId: string) => boolean;
}

/** The cells of one AI system. */
export function SystemCoverage({ title, scope, macro, shows = () => true }: Props) {
  const { reading, retry } = useProcedure('coverage.system', { issueId: scope.issueId });
  const name = useScopeTitle(scope);
  const go = useWayToRows();
  return (
    <MacroReading title={title} scope={scope} reading={reading} retry={retry} macro={macro}>
      {({ figure, cells: all }) => {
        const cells = all.filter((cell) => shows(cell.requirementId));
        return (
          <MacroFrame title={title} scopeTitle={name} timeZone={macro.timeZone}>
            <p>
              <RowsLink to={{}}>{figureWords(figure)}</RowsLink>
            </p>
            <StateLegend of={cells} />
            <TileGroup label={REQUIREMENTS_OF_SYSTEM} opens={go !== null}>
              {cells.map((cell) => (
                <StateTile key={cell.requirementId} {...cell} onOpen={go && (() => go({}))} />
              ))}
            </TileGroup>
          </MacroFrame>
        );
      }}
    </MacroReading>
  );
}
