import { SETTINGS_UNREAD } from '../../../src/words/screens/macros/frame';
import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';

/** The configuration says something that no form of ours writes: it is not guessed at, and not repeated on the page. */
export function InvalidScope({ title, macro }: { title: string; macro: MacroProps }) {
  return (
    <MacroFrame title={title} timeZone={macro.timeZone} figures={false}>
      <p role="alert">{SETTINGS_UNREAD}</p>
    </MacroFrame>
  );
}
