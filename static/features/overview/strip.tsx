import Heading from '@atlaskit/heading';
import { groupWords } from '../../../src/words/figures';
import { OBJECTIVES_IN_OUR_WORDS } from '../../../src/words/screens/overview/figures';
import type { Opener } from '../../shared/hooks/use-panel';
import { StateTile } from '../../shared/ui/state-tile';
import texts from '../../shared/ui/text.module.css';
import { TileGroup } from '../../shared/ui/tile-group';
import type { Figures } from './figures';
import styles from './overview.module.css';

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
    <section className={styles.strip} aria-label={heading}>
      <Heading size="small" as="h2">
        {heading}
      </Heading>
      {groups.some(({ objectives }) => objectives.length > 0) && (
        <p className={texts.aside}>{OBJECTIVES_IN_OUR_WORDS}</p>
      )}
      <ul>
        {groups.map((group) => (
          <li key={group.id} className={styles.row}>
            <span>
              <strong>{group.id}</strong> {group.title}
            </span>
            <TileGroup label={`${group.id} ${group.title}`}>
              {figures.tiles
                .filter((tile) => tile.kind === kind && tile.group === group.id)
                .map((tile) => (
                  <StateTile key={tile.requirementId} {...tile} onOpen={(by) => onOpen(tile.requirementId, by)} />
                ))}
            </TileGroup>
            <span className={texts.aside}>{groupWords(group.counts)}</span>
            {group.objectives.map(({ number, text }) => (
              <span key={number} className={`${styles.objective} ${texts.aside}`}>
                Objective {number}: {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
