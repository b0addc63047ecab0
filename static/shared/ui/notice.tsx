import type { ReactNode } from 'react';
import styles from './notice.module.css';
/** Small, under what it is about. */
export function Notice({ children }: { children: ReactNode }) {
  return <p className={styles.notice}>{children}</p>;
}

/** Stands under every figure: what it does not say. */
export function FiguresNotice() {
  return (
    <Notice>
      A figure says that current evidence is linked. It is neither legal compliance nor ethics: nobody has judged a
      requirement unless it is verified, and more nonconformities found may mean better audits. What is met once and
      what for every AI system, due stages, validity and the count of required documents are this app's model, not the
      standard's.
    </Notice>
  );
}
