import type { FrameworkData, Parsed } from './files';

/** What the rules look at. */
export interface Controls {
  /** Text of every file below `controls/`, by its path there. */
  files: ReadonlyMap<string, string>;
  data: Parsed;
  /** What every framework has, in their place. */
  frameworks: readonly FrameworkData[];
  /** Texts of others that must not be copied; null when they are not at hand. */
  foreignTexts: readonly string[] | null;
}

/** One fault: where it is and what to do about it. */
export interface Finding {
  file: string;
  id: string;
  problem: string;
  remedy: string;
}

/** A rule that data in `controls/` keeps. Its name is what `exceptions.txt` refers to. */
export interface Rule {
  name: string;
  description: string;
  check(controls: Controls): Finding[];
}
