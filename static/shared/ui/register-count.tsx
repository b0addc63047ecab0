import type { ReactNode } from 'react';
import styles from './register-count.module.css';
import texts from './text.module.css';

/** Stands above rows: how many there are, and how many of them the viewer may not see. */
export function RegisterCount({ children }: { children: ReactNode }) {
  return (
    <p className={`${texts.aside} ${styles.count}`} role="status" data-testid="register-count">
      {children}
    </p>
  );
}
