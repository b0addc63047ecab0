import { authorsSince, readPage } from '../../confluence/page';
import { pagesAsViewer } from '../../confluence/viewed-page';
import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { decisionsAwaitingApproval } from '../../domain/decision/statement-awaits';
import { comesDue } from '../../domain/item/needs';
import { fingerprintOf, policyTextOf } from '../../domain/policy/policy-text';
import { controlsOfStatement } from '../../domain/requirement/statement';
import { AppError } from '../../errors';
import { hasAppPermissions } from '../../jira/permission';
import { type Awaiting, readAwaiting } from '../../store/awaiting';

type View = Output<'viewer.needs'>['awaiting'];
type PolicyView = View['policy'];

/**
 * What waits for an approval, for whoever may give it, and owners who left, for whoever may see to it: one statement. Nobody
 * else is told. Approvals are the organisation's, so the page of a project does not repeat them.
 */
export async function awaitingOf(
  projectId: string | null,
  accountId: string,
  context: Pick<Context, 'catalogue' | 'zone' | 'today'>,
): Promise<View> {
  const [decides, manages] = await hasAppPermissions(['decide-aims', 'manage-aims']);
  if (!decides && !manages) return { policy: null, statement: null, systemsOwnerLeft: 0 };
  const { policy, applicability, systemsOwnerLeft } = await readAwaiting(projectId, context.zone);
  if (!decides || projectId !== null) return { policy: null, statement: null, systemsOwnerLeft };
  const controls = controlsOfStatement(context.catalogue).map(({ id }) => id);
  return {
    policy: policy && (await policyAwaiting(policy, accountId, context)),
    statement: decisionsAwaitingApproval(applicability, controls),
    systemsOwnerLeft,
  };
}

type Approved = NonNullable<Awaiting['policy']>;

/**
 * Whether the text of the policy's page has changed since its approval, or its review falls due, as far as the viewer may
 * approve it: whoever wrote some of it since may not. The page is looked at now, as the viewer: Confluence tells the app of
 * no edit.
 */
async function policyAwaiting(
  approved: Approved,
  accountId: string,
  { today }: Pick<Context, 'today'>,
): Promise<PolicyView> {
  const { pageId, pageVersion, fingerprint, spelling, reviewDue } = approved;
  try {
    const page = await readPage('user', pageId);
    if (page === null || page.status !== 'current') return null;
    const text = policyTextOf(page.body);
    const isChanged = text === null || (await fingerprintOf(text, spelling)) !== fingerprint;
    const due = comesDue(reviewDue, today());
    if (!isChanged && due === null) return null;
    if ((await authorsSince(pageId, pageVersion)).has(accountId)) return null;
    const shown = (await pagesAsViewer([pageId])).get(pageId);
    if (shown === undefined) return null;
    const { title, address } = shown;
    return { state: 'awaits', title, address: `/wiki${address}`, version: pageVersion, isChanged, due };
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('confluence-')) throw error;
    return WITHOUT_PAGE.has(error.code) ? null : { state: 'unknown' };
  }
}

/** There is no Confluence, or none for the viewer: then nothing waits for them. */
const WITHOUT_PAGE: ReadonlySet<string> = new Set(['confluence-absent', 'confluence-forbidden']);
