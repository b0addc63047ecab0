import type { ReactNode } from 'react';
import styles from './states.module.css';
import texts from './text.module.css';

/** States in a line, each with its sign. */
export function StateList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={`${styles.counts} ${texts.small}`} aria-label={label}>
      {children}
    </ul>
  );
}
