import type { ReactNode } from 'react';
import { type Canonical, valueWords } from '../../../../src/contract/document';
import {
  NO_DESCRIPTION,
  OTHER_APP_IN_LINE,
  SOME_DAY,
  SOME_PERSON,
  TO_BE_WRITTEN,
} from '../../../../src/words/document';
import texts from '../text.module.css';
import styles from './document.module.css';
import { type Draw, own, said, told } from './draw';
import { addressed } from './marked';

type Node = (node: Canonical, draw: Draw) => ReactNode;

/** The character that an emoji's id names, such as "1f600". */
function character(id: unknown): string {
  const codes = String(id ?? '')
    .split('-')
    .map((part) => Number.parseInt(part, 16));
  return codes.every((code) => code > 0 && code <= 0x10ffff) ? String.fromCodePoint(...codes) : '';
}

const live: Node = ({ attrs = {} }) => (
  <span className={styles.live}>
    {own(OTHER_APP_IN_LINE)}
    {said(attrs)}
  </span>
);

/** A file or image by its description: nothing is loaded. @param words what it is, by its type */
export const file =
  (words: (type: unknown) => string): Node =>
  ({ attrs: { id, type, alt, ...others } = {} }) => (
    <span data-said={told('id', { id })} data-kind={told('type', { type })}>
      {own(words(type))}
      {alt === undefined ? own(NO_DESCRIPTION) : valueWords('alt', alt)} {said(others)}
    </span>
  );

/** What stands within a line. */
export const INLINE: Readonly<Record<string, Node>> = {
  date: ({ attrs = {} }) => {
    const day = told('timestamp', attrs);
    return day === undefined ? own(SOME_DAY) : <time>{day}</time>;
  },
  emoji: ({ attrs = {} }) => {
    const sign = character(attrs.id);
    return (
      <span data-said={told('id', attrs)}>
        {own(sign)}
        {attrs.shortName === undefined ? null : (
          <span className={sign === '' ? undefined : texts.hidden}>{valueWords('shortName', attrs.shortName)}</span>
        )}
      </span>
    );
  },
  hardBreak: () => <br />,
  inlineCard: ({ attrs = {} }, draw) => (
    <span>
      {addressed(attrs.url, draw)}
      {said({ data: attrs.data })}
    </span>
  ),
  inlineExtension: live,
  mediaInline: file(() => 'file: '),
  // The stored name may be another one, and an id says nothing to a reader.
  mention: ({ attrs: { id, ...others } = {} }, draw) => (
    <span data-said={told('id', { id })}>
      {own(`@${draw.names.get(String(id)) ?? SOME_PERSON}`)}
      {said(others)}
    </span>
  ),
  placeholder: ({ attrs = {} }) => (
    <span>
      {own(TO_BE_WRITTEN)}
      {said(attrs)}
    </span>
  ),
  status: ({ attrs: { text, ...others } = {} }) => (
    <span className={styles.status}>
      {text === undefined ? null : valueWords('text', text)} {said(others)}
    </span>
  ),
};
