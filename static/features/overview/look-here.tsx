import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { countWords } from '../../../src/words/numbers';
import { LOOK_HERE } from '../../../src/words/screens/overview/figures';
import layout from '../../shared/ui/layout.module.css';
import { type LookHereLine, lookHereLines } from '../../shared/ui/look-here-lines';
import { RowsLink } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';
import styles from './overview.module.css';

/** What the eye should fall on first; every number leads to its rows. What is 0 is said too, and quietly. */
export function LookHere({ lookHere }: { lookHere: Output<'coverage.overview'>['lookHere'] }) {
  return (
    <section className={layout.card} aria-label={LOOK_HERE}>
      <Heading size="xsmall" as="h2">
        {LOOK_HERE}
      </Heading>
      <ul className={styles.lookHere}>
        {lookHereLines(lookHere).map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line: { count, words, to } }: { line: LookHereLine }) {
  return (
    <li className={count === 0 ? `${texts.subtle} ${styles.none}` : undefined}>
      <strong>{countWords(count)}</strong>
      {count === 0 ? <span>{words}</span> : <RowsLink to={to}>{words}</RowsLink>}
    </li>
  );
}
