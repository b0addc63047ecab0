import type { ReactNode } from 'react';
import type { FieldWords } from '../../../src/words/approval';
import { Approval } from './approval';
import { Course, type CourseProps } from './course';
import { usePeopleOfCourse } from './course-view';
import { Versions } from './versions';

interface Props extends Pick<CourseProps, 'of' | 'course' | 'blocked' | 'onDone'> {
  /** What rows are called, by key, and what their fields say. */
  titles: ReadonlyMap<string, string>;
  fields: FieldWords;
  /** Keys of rows that are not as the version in force has them. */
  changed: ReadonlySet<string>;
  /** What the approver looks at besides. */
  advice?: ReactNode;
}

/**
 * How far a triage, something that is met in common, or the settings have come, and their versions: a draft is saved first, and then
 * submitted as it is.
 */
export function SubjectCourse({ of, course, blocked, titles, fields, changed, advice, onDone }: Props) {
  const people = usePeopleOfCourse(course);
  return (
    <>
      <Course
        of={of}
        course={course}
        people={people}
        blocked={blocked}
        toSubmit={course.state === 'none' ? null : async () => course.revision}
        approval={(onDecided) => (
          <>
            {advice}
            <Approval {...of} titles={titles} fields={fields} changed={changed} onDone={onDecided} />
          </>
        )}
        onDone={onDone}
      />
      <Versions of={of} course={course} people={people} onDone={onDone} titles={titles} fields={fields} />
    </>
  );
}
