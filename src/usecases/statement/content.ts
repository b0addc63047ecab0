import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { inForce } from '../../domain/approval/course';
import { contentOf, type Written } from '../../domain/approval/entry';
import { addDays, type Day } from '../../domain/day';
import { itemIdOf } from '../../domain/item/item-id';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { controlsOfStatement } from '../../domain/requirement/statement';
import type { DeviationRow } from '../../domain/statement/row';
import { issuesAsViewer } from '../../jira/viewed-issue';
import { readContent, readCourse } from '../../store/approval';
import { endsOfMet } from '../../store/cell';
import { accountsOf } from '../../store/person';
import { readDeviations, STATEMENT } from '../../store/statement';
import { partInApprovals } from '../approvals/part';
import { revisionOf } from '../approvals/revision';
import type { UseCase } from '../use-case';
import { issueView } from '../visible';
import { type Known, meetingNow } from './review';
import { linksAsViewer, reasonViews } from './view';

/** Rows of a content as they count, for exports and for whoever computes the fingerprint again. */
export const statementContentPage: UseCase<'statement.content', 'catalogue'> = async ({ of, after }, context) => ({
  ...(await contentPage(
    await readContent(STATEMENT, {
      revision: await revisionOf(await readCourse(STATEMENT), of),
      after,
      keys: 'all',
    }),
  )),
  evidenceUntil: after === '' ? await evidenceUntil(context) : {},
});

/**
 * By control, the last day on which everything stands that its state rests on: the day before its cell may change by itself. Of a
 * control of AI systems the earliest of their cells; its own cell speaks while there are none.
 */
async function evidenceUntil({ catalogue }: Pick<Context, 'catalogue'>): Promise<Record<string, Day>> {
  const controls = new Set(controlsOfStatement(catalogue).map(({ id }) => id));
  const ends = (await endsOfMet(MAIN_FRAMEWORK)).filter(({ requirementId }) => controls.has(requirementId));
  const of = (wanted: 'organisation' | 'systems') =>
    ends
      .filter((end) => end.of === wanted)
      .map(({ requirementId, changesOn }) => [requirementId, addDays(changesOn, -1)] as const);
  return Object.fromEntries([...of('organisation'), ...of('systems')]);
}

/** A page of a content, and whom it names. */
export async function contentPage({
  rows,
  next,
}: {
  rows: readonly Written[];
  next: string | null;
}): Promise<Omit<Output<'statement.content'>, 'evidenceUntil'>> {
  const standing = [...contentOf(rows)];
  const tokens = standing.flatMap(([, { responsible }]) => (typeof responsible === 'string' ? responsible : []));
  return {
    rows: standing.map(([key, body]) => ({ key, body })),
    next,
    people: Object.fromEntries(await accountsOf(tokens)),
  };
}

const PAGE = 50;

/** What holds for single AI systems against a control's row: of the draft, or of the version in force for who reads only. */
export const deviationsOf: UseCase<'statement.deviations', keyof Known> = async ({ key, after }, context) => {
  const { seesDraft } = await partInApprovals();
  const course = await readCourse(STATEMENT);
  const revision = seesDraft ? course.revision : (inForce(course)?.revision ?? 0);
  const rows = await readDeviations(key, revision, after, PAGE + 1);
  const listed = rows.slice(0, PAGE);
  const systems = await issuesAsViewer(listed.map(({ itemId }) => itemId.replace('jira:', '')));
  const byItem = new Map([...systems].map(([id, issue]) => [itemIdOf(id), issueView(id, issue)]));
  const shown = await linksAsViewer(
    listed.map(({ body }) => body),
    [],
  );
  return {
    deviations: listed
      .filter(({ itemId }) => byItem.has(itemId))
      .map(({ key: row, itemId, body }) => {
        const { applicable, reasons } = body as unknown as DeviationRow;
        return { key: row, system: byItem.get(itemId) ?? null, applicable, reasons: reasonViews(reasons, shown) };
      }),
    next: rows.length > PAGE ? (listed.at(-1)?.key ?? null) : null,
    meeting: after === '' ? await countMeeting(key, context) : null,
  };
};

/** How many AI systems meet a control's condition today, whatever anybody decided; null where it has none. */
async function countMeeting(key: string, context: Known): Promise<number | null> {
  const condition = context.catalogue.requirements.find(({ id }) => id === key)?.condition;
  if (condition === undefined) return null;
  return (await meetingNow([condition], context)).get(condition)?.length ?? 0;
}
