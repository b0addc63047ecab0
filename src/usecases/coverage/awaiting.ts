import { authorsSince, readPage } from '../../confluence/page';
import { pagesAsViewer } from '../../confluence/viewed-page';
import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { type Course, inForce } from '../../domain/approval/course';
import { comesDue } from '../../domain/item/needs';
import { fingerprintOf, policyTextOf } from '../../domain/policy/policy-text';
import { AppError } from '../../errors';
import { readCourse } from '../../store/approval';
import { type Awaiting, readAwaiting } from '../../store/awaiting';
import { CRITERIA } from '../../store/criteria';
import { SETTINGS } from '../../store/settings';
import { readBeside, readStatement, STATEMENT, type Statement } from '../../store/statement';
import { ownText } from '../approvals/own-text';
import { NONE_UNRAISED, unraisedView } from '../conclusions/unraised';
import { permissionsHeld, rememberSeen } from '../people/seen';
import { reviewOf, withoutItems } from '../statement/review';
import { subjectsAwaiting } from './awaiting-subjects';

type View = Output<'viewer.needs'>['awaiting'];
type PolicyView = View['policy'];

const NOTHING: View = { policy: null, organisation: [], subjects: [], unraised: NONE_UNRAISED, systemsOwnerLeft: 0 };

type Known = Pick<Context, 'catalogue' | 'requirements' | 'configuration' | 'now' | 'today' | 'zone'>;

/**
 * What waits for an approval, for whoever may give it, and owners who left and findings from which nothing was raised, for whoever may
 * see to it: a few statements, and one more where something of a project waits. Nobody else is told. What is the organisation's the page
 * of a project does not repeat.
 */
export async function awaitingOf(projectId: string | null, accountId: string, context: Known): Promise<View> {
  const held = await permissionsHeld();
  const [decides, manages] = [held.includes('decide-aims'), held.includes('manage-aims')];
  if (held.length === 0) return NOTHING;
  const { policy, systemsOwnerLeft, seen, conclusions } = await readAwaiting(projectId, accountId);
  await rememberSeen(accountId, held, seen, context);
  const seesTo = manages || held.includes('audit-aims');
  const unraised = seesTo ? await unraisedView(conclusions, context) : NONE_UNRAISED;
  if (!decides && !manages) return { ...NOTHING, unraised };
  const part = { decides, manages };
  const subjects = await subjectsAwaiting(projectId, part, accountId, context);
  if (projectId !== null) return { policy: null, organisation: [], subjects, unraised, systemsOwnerLeft };
  const statement = await readStatement();
  return {
    policy: policy && held.includes('approve-aims-top') ? await policyAwaiting(policy, accountId, context) : null,
    organisation: [
      ...(await organisationAwaiting(STATEMENT, statement.course, part, accountId, context)),
      ...(manages ? await statementToReview(statement, context) : []),
      ...(await organisationAwaiting(CRITERIA, statement.criteria, part, accountId, context)),
      ...(await organisationAwaiting(SETTINGS, await readCourse(SETTINGS), part, accountId, context)),
    ],
    subjects,
    unraised,
    systemsOwnerLeft,
  };
}

/**
 * What of something that the organisation has once waits: for whoever may approve it, that it is submitted, unless they wrote part of it;
 * for whoever manages, that it was returned, or ends soon.
 */
async function organisationAwaiting(
  of: typeof STATEMENT | typeof CRITERIA | typeof SETTINGS,
  course: Course,
  { decides, manages }: { decides: boolean; manages: boolean },
  accountId: string,
  { today }: Pick<Context, 'today'>,
): Promise<View['organisation']> {
  const { kind } = of;
  if (course.state === 'submitted') {
    const mayApprove = decides && (await ownText(of, course, accountId)) === null;
    return mayApprove ? [{ kind, what: 'to-approve', due: null, causes: [] }] : [];
  }
  if (!manages) return [];
  if (course.returned !== null) return [{ kind, what: 'returned', due: null, causes: [] }];
  const end = inForce(course)?.validUntil ?? null;
  const due = end === null ? null : comesDue(end, today());
  return due === null ? [] : [{ kind, what: 'ends', due, causes: [] }];
}

/**
 * That the Statement in force is to be looked at again, for whoever manages, until it is submitted anew. Its items are named where it
 * is worked on, so that nothing is looked up here as the viewer.
 */
async function statementToReview(statement: Statement, context: Known): Promise<View['organisation']> {
  const version = inForce(statement.course);
  if (statement.course.state === 'submitted' || version === null) return [];
  const causes = withoutItems(await reviewOf(statement, await readBeside([], 'in force', version), context));
  return causes.length === 0 ? [] : [{ kind: STATEMENT.kind, what: 'to-review', due: null, causes }];
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
