import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { type Course, inForce } from '../../domain/approval/course';
import type { Content } from '../../domain/approval/entry';
import { readContentAt, readCourse, type Subject } from '../../store/approval';
import { accountsOf } from '../../store/person';
import type { Part } from './part';

type CourseView = Pick<
  Output<'criteria.read'>,
  'state' | 'revision' | 'submitted' | 'returned' | 'may' | 'inForce' | 'versions'
>;

/**
 * How far something has come, as the viewer may know it.
 * @param personOf the account behind a token, or null
 */
export function courseView(
  course: Course,
  { manage, approve, seesDraft }: Part,
  personOf: (token: string | null) => string | null,
  { zone, today }: Pick<Context, 'zone' | 'today'>,
): CourseView {
  const version = inForce(course);
  const told = (acted: { at: number; person: string | null; reason: string }) => ({
    at: acted.at,
    reason: acted.reason,
    by: personOf(acted.person),
  });
  const { submitted, returned } = seesDraft ? course : { submitted: null, returned: null };
  return {
    state: seesDraft ? course.state : version === null ? 'none' : 'settled',
    revision: course.revision,
    submitted: submitted && { at: submitted.at, by: personOf(submitted.person) },
    returned: returned && told(returned),
    may: { manage, approve },
    inForce: version && {
      version: version.version,
      approvedOn: zone.dayOf(version.at),
      validUntil: version.validUntil,
      lapsed: version.validUntil !== null && version.validUntil < today(),
    },
    versions: course.versions.map((one) => ({
      version: one.version,
      approvedOn: zone.dayOf(one.at),
      by: personOf(one.person),
      fingerprint: one.fingerprint,
      validUntil: one.validUntil,
      byOnePerson: one.byOnePerson,
      withdrawn: one.withdrawn && told(one.withdrawn),
    })),
  };
}

/** Every token that a view of a course names. */
export const tokensOfCourse = ({ submitted, returned, versions }: Course): string[] =>
  [
    submitted?.person,
    returned?.person,
    ...versions.flatMap(({ person, withdrawn }) => [person, withdrawn?.person]),
  ].flatMap((token) => token ?? []);

/** As `courseView`, of something whose people were not read with it. */
export async function courseViewOf(
  course: Course,
  part: Part,
  context: Pick<Context, 'zone' | 'today'>,
): Promise<CourseView> {
  const people = await accountsOf(tokensOfCourse(course));
  return courseView(course, part, (token) => (token === null ? null : (people.get(token) ?? null)), context);
}

/** How far something has come, and its content as approved and as the viewer may see it: the draft, for those who work on it. */
export async function readAsSeen(
  of: Subject,
  { seesDraft }: Pick<Part, 'seesDraft'>,
): Promise<{ course: Course; approved: Content; shown: Content }> {
  const course = await readCourse(of);
  const approvedAt = inForce(course)?.revision ?? 0;
  const approved = await readContentAt(of, approvedAt);
  const shown = seesDraft && course.revision !== approvedAt ? await readContentAt(of, course.revision) : approved;
  return { course, approved, shown };
}
