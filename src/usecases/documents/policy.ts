import { randomUUID } from 'node:crypto';
import { authorsSince, readPage } from '../../confluence/page';
import type { Output } from '../../contract/procedures';
import { ORGANISATION } from '../../domain/coverage/cell';
import { Calendar, type Day } from '../../domain/day';
import { pageItemIdOf } from '../../domain/item/item-id';
import { countedOf, isByMembers } from '../../domain/policy/awareness';
import { fingerprintOf, policyTextOf } from '../../domain/policy/policy-text';
import { AWARENESS, POLICY } from '../../domain/requirement/named';
import { AppError, DETAILS } from '../../errors';
import { reachedBy } from '../../ingest/decided';
import { askToReadAudience } from '../../ingest/read-audience';
import { isReadableGroup } from '../../jira/group';
import { hasAppPermission } from '../../jira/permission';
import { askToRead, askToRecount, pushWork } from '../../queue/facts-queue';
import { changeConfiguration } from '../../store/configuration';
import { policyVersionOf } from '../../store/decision';
import {
  appendAcknowledgement,
  appendPolicyApproval,
  type PolicyAwareness,
  readPolicyApproval,
  readPolicyAwareness,
} from '../../store/policy';
import type { UseCase } from '../use-case';

/**
 * The AI policy of a page: who approved which version, until when, and how many people know it. Whoever reads
 * the page without a login gets version and dates alone: people and counts are the organisation's own.
 */
export const readPolicy: UseCase<'policy.read', 'configuration' | 'today' | 'now' | 'zone'> = async (
  { pageId },
  context,
  { accountId },
) => {
  const { configuration, today } = context;
  const newest = await readPolicyAwareness(accountId);
  const mayApprove = accountId !== null && (await isTopManagement());
  const here = newest?.approval.pageId === pageId ? newest : null;
  if (here && accountId !== null) await askToReadAudience(here.groups, context);
  return {
    approval: here && {
      pageVersion: here.approval.pageVersion,
      fingerprint: here.approval.fingerprint,
      spelling: here.approval.spelling,
      approvedOn: here.approval.approvedOn,
      reviewDue: here.approval.reviewDue,
      reviewOverdue: here.approval.reviewDue < today(),
      approverId: accountId === null ? null : here.approval.accountId,
      awareness:
        accountId === null
          ? null
          : {
              ...audienceOf(here, today()),
              groups: mayApprove ? groupsOf(here.approval) : [],
              acknowledgedByMe: here.acknowledgedByMe,
              asksMe: here.asksMe,
              threshold: configuration.settings.awarenessThreshold,
            },
    },
    supersededElsewhere: here === null && configuration.policyPages.includes(pageId),
    elsewhere: here === null && mayApprove ? replaceable(newest, today()) : null,
    mayApprove,
    mayAcknowledge: accountId !== null,
  };
};

function replaceable(newest: PolicyAwareness | null, today: Day): Output<'policy.read'>['elsewhere'] {
  if (newest === null) return null;
  const { pageId, pageVersion, approvedOn } = newest.approval;
  return { pageId, pageVersion, approvedOn, acknowledged: audienceOf(newest, today).acknowledged };
}

const groupsOf = ({ audience }: PolicyAwareness['approval']): string[] =>
  typeof audience === 'number' ? [] : audience.groups;

/** Who is asked, and how many of them confirmed it, on a day. */
function audienceOf({ awareness, groups }: PolicyAwareness, today: Day) {
  const nobodyLately = { joinedLately: 0, confirmedLately: 0, unreadOn: null, beingRead: false };
  if (!isByMembers(awareness)) return { by: 'number' as const, ...awareness, ...nobodyLately };
  const { members, confirmed, joinedLately, confirmedLately } = countedOf(awareness, new Calendar(today));
  return {
    by: awareness.groups === 0 ? ('nobody' as const) : ('groups' as const),
    audience: members,
    acknowledged: confirmed,
    joinedLately,
    confirmedLately,
    unreadOn: awareness.unreadOn,
    beingRead: groups.some(({ reading }) => reading === null),
  };
}

/** Readers without Jira, or with Jira out of reach, read the policy all the same; they only cannot approve it. */
async function isTopManagement(): Promise<boolean> {
  try {
    return await hasAppPermission('approve-aims-top');
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/**
 * Approves the text inside the policy macro of a page (5.2), and to which groups it is addressed: its newest version, as top management, by
 * somebody who wrote none of it since the last approval. The approval is kept here with the page's version and the fingerprint of the
 * text. The organisation has one policy: an approval of another page's replaces it, and so says which one. Approving that one again is
 * the way back.
 * @throws AppError policy-elsewhere, policy-moved-on, content-changed, policy-own-text, policy-macro-missing, page-not-visible,
 *   policy-group-unreadable
 */
export const approvePolicy: UseCase<'policy.approve', 'catalogue' | 'requirements' | 'now' | 'zone' | 'today'> = async (
  { pageId, pageVersion, fingerprint, audience, reviewDue, replaces },
  context,
  { accountId },
) => {
  const page = await readPage('user', pageId);
  if (page === null) throw new AppError('page-not-visible');
  if (page.version !== pageVersion || page.status !== 'current') throw new AppError('policy-moved-on');
  const text = policyTextOf(page.body);
  if (text === null) throw new AppError('policy-macro-missing');
  if ((await fingerprintOf(text, 'canonical')) !== fingerprint) throw new AppError('content-changed');
  const before = await readPolicyApproval();
  if (
    before &&
    before.pageId !== pageId &&
    (replaces === null || policyVersionOf(replaces) !== policyVersionOf(before))
  )
    throw new AppError('policy-elsewhere');
  const authors = await authorsSince(pageId, before?.pageId === pageId ? before.pageVersion : 0);
  if (authors.has(accountId)) throw new AppError('policy-own-text');
  const groups = [...new Set(audience.groups)].sort();
  for (const groupId of groups) if (!(await isReadableGroup(groupId))) throw new AppError('policy-group-unreadable');
  const at = context.now();
  if (reviewDue <= context.today()) throw new AppError('input-invalid', { detail: DETAILS.reviewNotAhead });

  const decisionId = randomUUID();
  // First, so that no approved page is ever one that nobody listens to.
  await listenTo(pageId, groups.length > 0);
  const about = { kind: 'policy-approval', subject: ORGANISATION, requirementId: POLICY } as const;
  const body = {
    pageId,
    pageVersion,
    fingerprint,
    audience: { groups },
    approvedOn: context.zone.dayOf(at),
    reviewDue,
    spelling: 'canonical',
  } as const;
  const appended = await appendPolicyApproval(accountId, { decisionId, ...about, at, body }, before);
  if (appended === null) throw new AppError('policy-elsewhere');
  await askToRead([...new Set([pageId, before?.pageId ?? pageId])].map(pageItemIdOf));
  await askToRecount(reachedBy([about], context));
  if (groups.length > 0) await pushWork([{ kind: 'audience' }]);
  return { decisionId: appended.decisionId };
};

/** From now on Confluence's events about the page are looked at, and by night who is in the groups that it is addressed to. */
async function listenTo(pageId: string, groups: boolean): Promise<void> {
  await changeConfiguration((before) => ({
    ...before,
    policyPages: [...new Set([...before.policyPages, pageId])],
    readsAudience: before.readsAudience || groups,
  }));
}

/**
 * The caller, whom it is addressed to, has read and understood the approved version; saying so twice counts once (7.3).
 * @throws AppError policy-not-approved, policy-not-asked
 */
export const acknowledgePolicy: UseCase<'policy.acknowledge', 'catalogue' | 'requirements' | 'now'> = async (
  version,
  context,
  { accountId },
) => {
  if (accountId === null) throw new AppError('not-allowed');
  const about = { kind: 'acknowledgement', subject: policyVersionOf(version), requirementId: AWARENESS } as const;
  const answer = await appendAcknowledgement(accountId, {
    decisionId: randomUUID(),
    ...about,
    at: context.now(),
    body: version,
  });
  if (typeof answer === 'string') throw new AppError(`policy-${answer}`);
  const { decisionId, appended } = answer;
  if (appended) await askToRecount(reachedBy([about], context));
  return { decisionId };
};
