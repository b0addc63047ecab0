import { inForce } from '../../domain/approval/course';
import { changedWords, criteriaFrom } from '../../domain/criteria/criteria';
import { effectOf } from '../../domain/criteria/effect';
import { PROPOSED_ROWS } from '../../domain/criteria/in-force';
import { AppError } from '../../errors';
import { readContentAt, readCourse } from '../../store/approval';
import { CRITERIA } from '../../store/criteria';
import { readRiskCounts } from '../../store/overview';
import type { UseCase } from '../use-case';

/**
 * What an approval of what was submitted would do to the risks that are there, for whoever approves it: figures of the whole
 * organisation, the same for every viewer.
 * @throws AppError approval-not-submitted
 */
export const effectOfCriteria: UseCase<'criteria.effect', 'configuration' | 'today'> = async (_input, context) => {
  const course = await readCourse(CRITERIA);
  if (course.submitted === null) throw new AppError('approval-not-submitted');
  const version = inForce(course);
  const now = version === null ? PROPOSED_ROWS : await readContentAt(CRITERIA, version.revision);
  const wanted = await readContentAt(CRITERIA, course.revision);
  const { settings } = context.configuration;
  const approved = { on: context.today(), validUntil: null };
  const after = { ...settings, criteria: { ...settings.criteria, ...criteriaFrom(wanted), approved } };
  const { risks } = await readRiskCounts(null, null);
  return effectOf(risks, [settings, after], changedWords(now, wanted), context.today());
};
