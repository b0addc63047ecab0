import type { Context } from '../../context';
import type { CourseView } from '../../contract/course';
import { type Course, inForce } from '../../domain/approval/course';
import { accountsOf } from '../../store/person';
import type { Part } from './part';

/** How far something has come, as far as the viewer works on it; who only reads is told of the version in force alone. */
export async function courseView(
  course: Course,
  { manage, approve, seesDraft }: Part,
  { zone }: Pick<Context, 'zone'>,
): Promise<CourseView> {
  const { submitted, returned } = seesDraft ? course : { submitted: null, returned: null };
  const version = inForce(course);
  const people = await accountsOf([submitted, returned, version].flatMap((acted) => acted?.person ?? []));
  const personOf = (token: string | null) => (token === null ? null : (people.get(token) ?? null));
  return {
    state: seesDraft ? course.state : version === null ? 'none' : 'settled',
    revision: course.revision,
    submitted: submitted && { at: submitted.at, by: personOf(submitted.person) },
    returned: returned && { at: returned.at, by: personOf(returned.person), reason: returned.reason },
    may: { manage, approve },
    inForce: version && {
      version: version.version,
      approvedOn: zone.dayOf(version.at),
      by: personOf(version.person),
      validUntil: version.validUntil,
    },
  };
}
