import type { ReactNode } from 'react';
import { type Canonical, valueWords } from '../../../../src/contract/document';
import styles from './document.module.css';

/** How a link to an address is drawn: frames of different modules open one in different ways. */
export type DrawLink = (address: string, shown: ReactNode) => ReactNode;

/** What the drawing of a node needs of the whole. */
export interface Draw {
  link: DrawLink;
  names: ReadonlyMap<string, string>;
  nodes: (nodes: readonly Canonical[]) => ReactNode;
}

/** Words of the product's own among those of the text. */
export const own = (words: string, className?: string) => (
  <span className={className} data-own="">
    {words}
  </span>
);

/** Attributes that no element says: their values, small, beside what they belong to. */
export function said(attrs: Readonly<Record<string, unknown>>): ReactNode {
  return Object.entries(attrs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (
      <small key={name} className={styles.said}>
        {valueWords(name, value)}{' '}
      </small>
    ));
}

/** What an attribute says, for elements whose look or place says it to people who see them. */
export const told = (name: string, attrs: Readonly<Record<string, unknown>>): string | undefined =>
  attrs[name] === undefined ? undefined : valueWords(name, attrs[name]);

interface Placed {
  node: Canonical;
  place: number;
}

/** A document is not edited in place, so the position of a node is its identity. */
export const placed = (nodes: readonly Canonical[]): Placed[] => nodes.map((node, place) => ({ node, place }));
