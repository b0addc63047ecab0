import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { type Course, inForce } from '../../domain/approval/course';
import { hasAppPermissions } from '../../jira/permission';

/** What the viewer may do with what is approved. A draft, and what is said of it on its way, is for those who work on it. */
export async function partInApproval(): Promise<{ manage: boolean; approve: boolean; seesDraft: boolean }> {
  const [manage = false, approve = false, audit = false] = await hasAppPermissions([
    'manage-aims',
    'decide-aims',
    'audit-aims',
  ]);
  return { manage, approve, seesDraft: manage || approve || audit };
}

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
  { manage, approve, seesDraft }: Awaited<ReturnType<typeof partInApproval>>,
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
