import type { Content } from '../../domain/approval/entry';
import { isReasoned, settingsFrom } from '../../domain/settings/figure-settings';
import { DETAILS } from '../../errors';

/** What is still open in words, or null. */
export const openInSettings = (rows: Content): string | null =>
  isReasoned(settingsFrom(rows)) ? null : DETAILS.noWithoutReason;
