import { type Read, useWiki } from '../../core/site';
import type { Listed, Space } from '../confluence';

/** The space of a key: a list of one, or of none when the person may not see it. */
export function useSpace(spaceKey: string | null): Read<Listed<Space>> {
  return useWiki<Listed<Space>>(spaceKey === null ? null : `/api/v2/spaces?keys=${encodeURIComponent(spaceKey)}`);
}
