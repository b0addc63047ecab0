import type { ReactNode } from 'react';
import { notAllowedWords } from '../../../src/words/not-allowed';
import { unknownWords } from '../../../src/words/screens/macros/frame';
import { TRY_AGAIN } from '../../../src/words/screens/shared/common';
import { type CallError, isOutOfReach, isRefused } from '../../shared/bridge/call-error';
import type { Reading } from '../../shared/hooks/use-reading';
import type { Scope } from '../../shared/scope';
import { instantWords } from '../../shared/ui/instant-words';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';
import styles from './macros.module.css';

interface Props<Data> {
  title: string;
  scope: Scope;
  reading: Reading<Data>;
  retry: () => void;
  macro: MacroProps;
  children: (data: Data) => ReactNode;
}

/** What a reader sees while figures are read, when they may not see them, and when nobody knows them. */
export function MacroReading<Data>({ title, scope, reading, retry, macro, children }: Props<Data>) {
  if (reading.state === 'loaded') return children(reading.data);
  return (
    <MacroFrame title={title} timeZone={macro.timeZone} figures={false}>
      {reading.state === 'loading' ? (
        <p className={styles.waiting} role="status" data-testid="waiting">
          <span className={styles.skeleton} aria-hidden="true" />
          Loading
        </p>
      ) : (
        <Refusal
          error={reading.error}
          scope={scope}
          loggedIn={macro.accountId !== null}
          timeZone={macro.timeZone}
          retry={retry}
        />
      )}
    </MacroFrame>
  );
}

/** A figure that cannot be read is unknown; it is never shown as nothing, or as 0. */
function Refusal(props: { error: CallError; scope: Scope; loggedIn: boolean; timeZone: string; retry: () => void }) {
  const { error, scope, loggedIn, timeZone, retry } = props;
  if (isRefused(error)) return <p>{notAllowedWords(scope.kind, loggedIn)}</p>;
  const unknown = isOutOfReach(error);
  return (
    <div role="alert">
      <p>
        <strong>{unknown ? unknownWords(instantWords(error.at, timeZone)) : error.message}</strong>{' '}
        {unknown ? error.message : ''} {error.remedy}
      </p>
      <p>
        <LinkButton onClick={retry}>{TRY_AGAIN}</LinkButton>
        {error.ref !== null && <span className={texts.aside}> Reference {error.ref}</span>}
      </p>
    </div>
  );
}
