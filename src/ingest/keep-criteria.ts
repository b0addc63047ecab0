import type { Context } from '../context';
import { inForce } from '../domain/approval/course';
import { isSame } from '../domain/approval/entry';
import { criteriaFrom, wordsChanged } from '../domain/criteria/criteria';
import { type CriteriaInForce, PROPOSED_CRITERIA, PROPOSED_ROWS } from '../domain/criteria/in-force';
import { readContentAt, readCourse } from '../store/approval';
import { changeConfiguration, readConfiguration } from '../store/configuration';
import { CRITERIA } from '../store/criteria';

/**
 * Keeps what rules and screens read of the risk criteria in force: after an approval or its withdrawal, and in the night after, should
 * a crash have come between the two. It holds from the next invocation on: whoever keeps them asks for the recount, and counts nothing
 * itself.
 * @returns whether they were others
 */
export async function keepCriteria(context: Pick<Context, 'zone'>): Promise<boolean> {
  const criteria = await readInForce(context);
  if (isSame(criteria, (await readConfiguration()).settings.criteria)) return false;
  await changeConfiguration((before) => ({ ...before, settings: { ...before.settings, criteria } }));
  return true;
}

async function readInForce({ zone }: Pick<Context, 'zone'>): Promise<CriteriaInForce> {
  const course = await readCourse(CRITERIA);
  const newest = inForce(course);
  if (newest === null) return PROPOSED_CRITERIA;
  const standing = course.versions.filter(({ withdrawn }) => withdrawn === null);
  const versions = [];
  for (const { revision, at } of standing)
    versions.push({ on: zone.dayOf(at), rows: await readContentAt(CRITERIA, revision) });
  return {
    ...criteriaFrom(versions.at(-1)?.rows ?? PROPOSED_ROWS),
    approved: { on: zone.dayOf(newest.at), validUntil: newest.validUntil },
    wordsChanged: wordsChanged(PROPOSED_ROWS, versions),
  };
}
