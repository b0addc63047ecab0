import { type PageOpenTo, pageOpenTo } from '../../confluence/reader';
import type { Scope } from '../../contract/macro-scope';
import { type FiguresShownTo, type OrganisationView, seenBy } from '../../domain/reader';

/** What an export may show, and for whom. */
export interface Shown {
  openTo: PageOpenTo;
  /** Of the organisation; nothing of a project or an AI system is shown in an export. */
  organisation: OrganisationView;
}

/**
 * What the least reader of a page sees: somebody without a login where the page is open to anybody, or nobody knows;
 * else somebody with a licence. An export is read by whoever gets the file, and the platform names no reader.
 */
export async function shownInExport(pageId: string | null, { kind }: Scope, shownTo: FiguresShownTo): Promise<Shown> {
  const openTo = await pageOpenTo(pageId);
  const seen = seenBy(openTo === 'licensed' ? 'licensed' : 'anonymous', shownTo);
  return { openTo, organisation: kind === 'organisation' ? seen : 'nothing' };
}
