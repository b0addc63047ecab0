import type { Context } from '../../context';
import { fingerprintOfContent } from '../../contract/approved-content';
import type { Course } from '../../domain/approval/course';
import type { Content } from '../../domain/approval/entry';
import { addMonths } from '../../domain/day';
import { AppError } from '../../errors';
import { hasAppPermission } from '../../jira/permission';
import { readContent, readContentAt, readCourse, type Subject } from '../../store/approval';
import { accountsOf, tokenOf } from '../../store/person';
import { holdersNow, mayApprove } from '../people/seen';
import { contentPage } from '../statement/content';
import type { UseCase } from '../use-case';
import { act } from './act';
import { KINDS } from './kinds';
import { ownText } from './own-text';
import { mustSee } from './sees';
import { settled } from './settled';

/** What is refused, as a person reads it. */
const refusalOf = ({ code, message, remedy }: AppError) => ({ code, message, remedy });

/**
 * What waits for an approval, page by page, as it counts. The screen computes the fingerprint from what it was told and shows, and
 * sends that: what it did not show cannot be approved.
 * @throws AppError approval-not-submitted
 */
export const previewApproval: UseCase<'approval.preview', 'catalogue'> = async (
  { kind, subject, after },
  context,
  { accountId },
) => {
  const of = { kind, subject };
  await mustSee(of);
  const course = await readCourse(of);
  if (course.submitted === null) throw new AppError('approval-not-submitted');
  const page = await contentPage(await readContent(of, { revision: course.revision, after, keys: 'all' }));
  const { person, at } = course.submitted;
  const people = await accountsOf(person === null ? [] : [person]);
  const refusal = after === '' ? await refusalFor(of, course, accountId, context) : null;
  return {
    ...page,
    submitted: { at, by: person === null ? null : (people.get(person) ?? null) },
    version: course.versions.length + 1,
    entitled: refusal?.code === 'approval-own-text' ? await othersEntitled(accountId) : null,
    refusal: refusal && refusalOf(refusal),
  };
};

/** Whom somebody could ask to approve what they wrote part of. */
const othersEntitled = async (accountId: string): Promise<string[]> =>
  (await holdersNow()).filter((one) => mayApprove(one) && one.accountId !== accountId).map((one) => one.accountId);

/** Why somebody may not approve what is submitted, or null. */
async function refusalFor(
  of: Subject,
  course: Course,
  accountId: string,
  context: Pick<Context, 'catalogue'>,
): Promise<AppError | null> {
  return refusalOfContent(of, course, await readContentAt(of, course.revision), accountId, context);
}

async function refusalOfContent(
  of: Subject,
  course: Course,
  content: Content,
  accountId: string,
  context: Pick<Context, 'catalogue'>,
): Promise<AppError | null> {
  const own = await ownText(of, course, accountId);
  if (own !== null) return own;
  const { refusal, open: openPoints } = KINDS[of.kind];
  const refused = refusal === undefined ? null : await refusal(of.subject, accountId);
  if (refused !== null) return refused;
  const open = await openPoints(content, context, of.subject);
  return open === null ? null : new AppError('approval-incomplete', { detail: open });
}

/** Approves or returns several things in one press; each was previewed, each is looked at by itself, each is its own row. */
export const decideApprovals: UseCase<
  'approval.decide',
  'catalogue' | 'configuration' | 'now' | 'today' | 'zone'
> = async ({ outcome, reason, items }, context, { accountId }) => {
  if (outcome === 'returned' && reason === '') throw new AppError('return-without-reason');
  const results = [];
  for (const { fingerprint, ...of } of items) {
    try {
      results.push({
        version: await decideOne(of, fingerprint, { outcome, reason }, accountId, context),
        refusal: null,
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      results.push({ version: null, refusal: refusalOf(error) });
    }
  }
  return { results };
};

async function decideOne(
  of: Subject,
  fingerprint: string,
  { outcome, reason }: { outcome: 'approved' | 'returned'; reason: string },
  accountId: string,
  context: Pick<Context, 'catalogue' | 'configuration' | 'now' | 'today' | 'zone'>,
): Promise<number | null> {
  await mustSee(of);
  const { months, annex } = KINDS[of.kind];
  let version: number | null = null;
  await act(of, outcome, accountId, async (course) => {
    const content = await readContentAt(of, course.revision);
    const rows = [...content].map(([key, body]) => ({ key, body }));
    if ((await fingerprintOfContent(of.kind, rows)) !== fingerprint) throw new AppError('content-changed');
    if (outcome === 'returned') return { at: context.now(), reason };
    const refusal = await refusalOfContent(of, course, content, accountId, context);
    if (refusal !== null) throw refusal;
    version = course.versions.length + 1;
    const validUntil = months === null ? null : addMonths(context.today(), months);
    return { at: context.now(), fingerprint, validUntil, annex: await annex?.(context) };
  });
  if (outcome === 'approved') await settled(of, context);
  return version;
}

/**
 * Takes an approval back, with a reason: from now on it is as if not given, and the one before counts; both stay in the history.
 * @throws AppError version-unknown, withdrawal-not-yours
 */
export const withdrawApproval: UseCase<'approval.withdraw', 'catalogue' | 'now' | 'zone'> = async (
  { kind, subject, version, reason },
  context,
  { accountId },
) => {
  const of = { kind, subject };
  await mustSee(of);
  const me = await tokenOf(accountId);
  const revision = await act(of, 'withdrawn', accountId, async ({ versions }) => {
    const wanted = versions.find((one) => one.version === version && one.withdrawn === null);
    if (!wanted) throw new AppError('version-unknown');
    if (wanted.person !== me && !(await hasAppPermission('approve-aims-top')))
      throw new AppError('withdrawal-not-yours');
    return { at: context.now(), reason, about: wanted.revision };
  });
  await settled(of, context);
  return { revision };
};
