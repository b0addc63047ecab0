import type { MacroProps } from './macro';
import { MacroFrame } from './macro-frame';

/** The configuration says something that no form of ours writes: it is not guessed at, and not repeated on the page. */
export function InvalidScope({ title, macro }: { title: string; macro: MacroProps }) {
  return (
    <MacroFrame title={title} timeZone={macro.timeZone} figures={false}>
      <p role="alert">The settings of this macro cannot be read. Edit the page, open them and choose what it shows.</p>
    </MacroFrame>
  );
}
