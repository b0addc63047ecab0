import Heading from '@atlaskit/heading';
import { groupWords } from '../../../src/words/figures';
import type { Opener } from '../../shared/hooks/use-panel';
import { StateTile } from '../../shared/ui/state-tile';
import { TileGroup } from '../../shared/ui/tile-group';
import type { Figures } from './figures';

interface Props {
  kind: 'clause' | 'control';
  heading: string;
  figures: Figures;
  onOpen: Opener;
}

/** A row for each clause or group of controls: its leaves as tiles, and what they come to. A parent has no state. */
export function Strip({ kind, heading, figures, onOpen }: Props) {
  const groups = figures.groups.filter((group) => group.kind === kind);
  return (
    <section className="strip" aria-label={heading}>
      <Heading size="small" as="h2">
        {heading}
      </Heading>
      {groups.some(({ objectives }) => objectives.length > 0) && (
        <p className="subtle small">Objectives are told in our words.</p>
      )}
      <ul>
        {groups.map((group) => (
          <li key={group.id} className="strip-row">
            <span className="strip-title">
              <strong>{group.id}</strong> {group.title}
            </span>
            <TileGroup label={`${group.id} ${group.title}`} className="strip-tiles">
              {figures.tiles
                .filter((tile) => tile.kind === kind && tile.group === group.id)
                .map((tile) => (
                  <StateTile key={tile.requirementId} {...tile} onOpen={(by) => onOpen(tile.requirementId, by)} />
                ))}
            </TileGroup>
            <span className="strip-sum subtle small">{groupWords(group.counts)}</span>
            {group.objectives.map(({ number, text }) => (
              <span key={number} className="strip-objective subtle small">
                Objective {number}: {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
