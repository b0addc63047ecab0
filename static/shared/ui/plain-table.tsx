import type { ReactNode } from 'react';
import tables from './table.module.css';

/** A small table of words and numbers. Where it is wider than its part it scrolls there, and its words stay whole. */
export function PlainTable({ children }: { children: ReactNode }) {
  return (
    <div className={tables.frame}>
      <table className={tables.plain}>{children}</table>
    </div>
  );
}
