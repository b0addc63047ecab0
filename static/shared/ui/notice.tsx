import type { ReactNode } from 'react';
import { FIGURES_NOTICE } from '../../../src/words/figures';
import styles from './notice.module.css';
/** Small, under what it is about. */
export function Notice({ children }: { children: ReactNode }) {
  return <p className={styles.notice}>{children}</p>;
}

/** Stands under every figure: what it does not say. */
export function FiguresNotice() {
  return <Notice>{FIGURES_NOTICE}</Notice>;
}
