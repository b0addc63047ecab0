import type { Context } from '../../context';
import { fingerprintOfContent } from '../../contract/approved-content';
import { addMonths } from '../../domain/day';
import { AppError } from '../../errors';
import { hasAppPermission } from '../../jira/permission';
import { readContent, readContentAt, readCourse, type Subject } from '../../store/approval';
import { accountOf, tokenOf } from '../../store/person';
import { contentPage } from '../statement/content';
import type { UseCase } from '../use-case';
import { act } from './act';
import { KINDS } from './kinds';
import { othersEntitled, refusalFor, refusalOfContent } from './refusal';
import { mustSee } from './sees';
import { settled } from './settled';
import { tellReturned } from './tell';

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
  const refusal = after === '' ? await refusalFor(of, course, accountId, context) : null;
  return {
    ...page,
    submitted: { at, by: await accountOf(person) },
    version: course.versions.length + 1,
    entitled: refusal?.code === 'approval-own-text' ? await othersEntitled(accountId) : null,
    refusal: refusal && refusalOf(refusal),
  };
};

/** Approves or returns several things in one press; each was previewed, each is looked at by itself, each is its own row. */
export const decideApprovals: UseCase<
  'approval.decide',
  'catalogue' | 'configuration' | 'now' | 'today' | 'zone' | 'log'
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
  context: Pick<Context, 'catalogue' | 'configuration' | 'now' | 'today' | 'zone' | 'log'>,
): Promise<number | null> {
  await mustSee(of);
  const { months, annex } = KINDS[of.kind];
  let version: number | null = null;
  let submitter: string | null = null;
  await act(of, outcome, accountId, async (course) => {
    const content = await readContentAt(of, course.revision);
    const rows = [...content].map(([key, body]) => ({ key, body }));
    if ((await fingerprintOfContent(of.kind, rows)) !== fingerprint) throw new AppError('content-changed');
    submitter = course.submitted?.person ?? null;
    if (outcome === 'returned') return { at: context.now(), reason };
    const refusal = await refusalOfContent(of, course, content, accountId, context);
    if (refusal !== null) throw refusal;
    version = course.versions.length + 1;
    const validUntil = months === null ? null : addMonths(context.today(), months);
    return { at: context.now(), fingerprint, validUntil, annex: await annex?.(context) };
  });
  if (outcome === 'approved') await settled(of, context);
  else await tellReturned(of, await accountOf(submitter), reason, context);
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
