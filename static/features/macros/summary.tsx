import { RowsLink, type RowsPlace } from '../../shared/ui/rows-link';
import styles from './macros.module.css';

interface Part {
  words: string;
  to: RowsPlace;
}

/** Counts in a line, each a way to its rows. */
export function Summary({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className={styles.summary}>
      {parts.map(({ words, to }) => (
        <li key={words}>
          <RowsLink to={to}>{words}</RowsLink>
        </li>
      ))}
    </ul>
  );
}
