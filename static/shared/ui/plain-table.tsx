import type { ReactNode } from 'react';
import tables from './table.module.css';

/** The heads of its columns; an empty word is a column of buttons. */
export function ColumnHeads({ words }: { words: readonly string[] }) {
  return (
    <thead>
      <tr>
        {words.map((word) => (
          <th key={word} scope="col">
            {word}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/**
 * A small table of words and numbers. Where it is wider than its part it scrolls there, and its words stay whole.
 * @param wide it has many columns, or sentences in one of them
 */
export function PlainTable({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <div className={tables.frame}>
      <table className={wide ? `${tables.plain} ${tables.wide}` : tables.plain}>{children}</table>
    </div>
  );
}
