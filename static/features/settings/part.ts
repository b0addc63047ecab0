import type { SettingsRow } from '../../../src/contract/figure-settings';
import type { Output } from '../../../src/contract/procedures';

export type FigureSettings = Output<'figureSettings.read'>;

/** What each part of the settings shows, and how it is written; null for who only reads. */
export interface PartProps {
  settings: FigureSettings;
  write: ((row: SettingsRow) => void) | null;
}
