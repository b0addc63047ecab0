import type { Output } from '../../../src/contract/procedures';
import { PERSON_NOT_NAMED } from '../../../src/words/screens/shared/common';
import { usePeople } from '../../shared/hooks/use-people';

type Of = Output<'criteria.read'>;

/** How far something has come that a second person approves, whatever its kind. */
export type CourseView = Pick<Of, 'state' | 'revision' | 'submitted' | 'returned' | 'may' | 'inForce' | 'versions'>;

/** Names of everybody whom a course names, as Jira gives them to the viewer. */
export const usePeopleOfCourse = ({ submitted, returned, versions }: CourseView): ReadonlyMap<string, string> =>
  usePeople([
    submitted?.by ?? null,
    returned?.by ?? null,
    ...versions.flatMap(({ by, withdrawn }) => [by, withdrawn?.by ?? null]),
  ]);

export const nameOf = (accountId: string | null, people: ReadonlyMap<string, string>): string =>
  (accountId !== null && people.get(accountId)) || PERSON_NOT_NAMED;
