import { route } from '@forge/api';
import { z } from 'zod';
import { AppError } from '../errors';
import { readProduct } from '../product/request';
import { readsPage } from './page';

/** Who calls, as the platform signs it. */
export interface SignedCaller {
  accountId: string | null;
  /** `licensed`, `unlicensed`, `customer` or `anonymous`; of the product in which the module is shown. */
  accountType: unknown;
  /** The type of the module. */
  moduleType: unknown;
}

/**
 * Which class of Confluence's readers somebody belongs to. Whoever is not known to have a licence for Confluence reads as
 * anybody does, and so does whoever calls from Jira, where licences say nothing of Confluence.
 */
export async function readerOf(caller: SignedCaller): Promise<'anonymous' | 'customer' | 'guest' | 'licensed'> {
  const { accountId, accountType, moduleType } = caller;
  if (accountId === null || moduleType !== 'macro') return 'anonymous';
  if (accountType === 'customer') return 'customer';
  if (accountType !== 'licensed') return 'anonymous';
  const isGuest = await guest(accountId);
  return isGuest === null ? 'anonymous' : isGuest ? 'guest' : 'licensed';
}

const people = z.object({
  results: z.array(z.object({ accountId: z.string(), isExternalCollaborator: z.boolean().optional() })),
});

/**
 * Whether somebody is a guest in Confluence, which calls them external context; null where it does not say
 * (Confluence REST v2, "Create bulk user lookup using ids"). Asked as the app: guests may not look people up. Two points.
 */
async function guest(accountId: string): Promise<boolean | null> {
  try {
    const request = {
      as: 'app',
      method: 'POST',
      route: route`/wiki/api/v2/users-bulk`,
      body: { accountIds: [accountId] },
    } as const;
    const { results } = await readProduct('confluence', request, people);
    return results.find((person) => person.accountId === accountId)?.isExternalCollaborator ?? null;
  } catch (error) {
    return nullIfRefused(error);
  }
}

/** To whom a page is open: to anybody, or to people with a licence alone; or it is not known. */
export type PageOpenTo = 'everybody' | 'licensed' | 'unknown';

/** To whom a page is open now, for whoever has nobody to ask for: an export. One point. */
export async function pageOpenTo(pageId: string | null): Promise<PageOpenTo> {
  if (pageId === null) return 'unknown';
  try {
    const open = await readsPage(pageId, null);
    return open === null ? 'unknown' : open ? 'everybody' : 'licensed';
  } catch (error) {
    return nullIfRefused(error) ?? 'unknown';
  }
}

/** What Confluence does not tell is not known; anything else is a fault of the app. */
function nullIfRefused(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
