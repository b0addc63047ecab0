import Heading from '@atlaskit/heading';
import { sumWords } from '../../../src/contract/words';
import { StateIcon } from '../../shared/state-icon';
import { STATES } from '../../shared/states';
import type { Opener } from '../../shared/use-panel';
import type { Figures } from './management-page';

type Tile = Figures['tiles'][number];

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
      <ul>
        {groups.map((group) => (
          <li key={group.id} className="strip-row">
            <span className="strip-title">
              <strong>{group.id}</strong> {group.title}
            </span>
            <span className="strip-tiles">
              {figures.tiles
                .filter((tile) => tile.kind === kind && tile.group === group.id)
                .map((tile) => (
                  <TileButton key={tile.requirementId} tile={tile} onOpen={onOpen} />
                ))}
            </span>
            <span className="strip-sum subtle small">{sumWords(group.counts)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TileButton({ tile, onOpen }: { tile: Tile; onOpen: Opener }) {
  const { requirementId, title, state, systems } = tile;
  const share = systems && systems.due > 0 ? `, ${systems.implemented} of ${systems.due} AI systems` : '';
  return (
    <button
      type="button"
      className={`tile state-${state}`}
      data-requirement={requirementId}
      title={`${title}: ${STATES[state].word}${share}`}
      onClick={(event) => onOpen(requirementId, event.currentTarget)}
    >
      <StateIcon state={state} />
      <strong>{requirementId}</strong>
      <span className="visually-hidden">{` ${title}: ${STATES[state].word}${share}`}</span>
      {systems && systems.due > 0 && (
        <span className="tile-share" aria-hidden="true">
          {systems.implemented}/{systems.due}
        </span>
      )}
    </button>
  );
}
