import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';
import { NOTICE } from '../../../src/words/figures';
import { asOfWords } from '../../../src/words/screens/shared/reading';
import { instantWords } from '../../shared/ui/instant-words';
import texts from '../../shared/ui/text.module.css';
import styles from './macros.module.css';

interface Props {
  title: string;
  /** What the figures are of; null while its name is being read. */
  scopeTitle?: string | null;
  asOf?: number | null;
  updating?: number;
  timeZone: string;
  /** Stands under every figure; a macro without figures has none. */
  figures?: boolean;
  children: ReactNode;
}

/** The frame that all macros share: what it is, of what, as of when, and what a figure does not say. */
export function MacroFrame({ title, scopeTitle, asOf, updating = 0, timeZone, figures = true, children }: Props) {
  return (
    <section className={styles.macro} aria-label={title} data-testid="macro">
      <header className={styles.head}>
        <Heading size="small" as="h2">
          {title}
        </Heading>
        <span className={texts.aside}>
          {scopeTitle && <span>{scopeTitle}</span>}
          {scopeTitle && asOf ? ' · ' : ''}
          {asOf ? asOfWords(instantWords(asOf, timeZone)) : ''}
          {updating > 0 && ' · updating'}
        </span>
      </header>
      {children}
      {figures && <p className={styles.notice}>{NOTICE}</p>}
    </section>
  );
}
