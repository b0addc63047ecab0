import type { Context } from '../../context';
import { fingerprintOfContent } from '../../contract/approved-content';
import { inForce } from '../../domain/approval/course';
import { isSame } from '../../domain/approval/entry';
import { intervalOf } from '../../domain/settings/figure-settings';
import { AppError } from '../../errors';
import { readContentAt, readCourse } from '../../store/approval';
import { SETTINGS } from '../../store/settings';
import { act } from '../approvals/act';
import { saveDraft } from '../approvals/save-draft';
import { settled } from '../approvals/settled';
import type { UseCase } from '../use-case';
import { isSetAlone, needsSecondPerson } from './alone';
import { hasInterval } from './intervals';
import { openInSettings } from './open';

/**
 * Writes rows of the draft. While whoever manages sets them alone, what they write counts at once, as a version with their name, which
 * says by itself that one person gave it.
 * @throws AppError content-changed, draft-locked, requirement-unknown
 */
export const editFigureSettings: UseCase<'figureSettings.edit', 'catalogue' | 'now' | 'zone'> = async (
  { revision, rows },
  context,
  { accountId },
) => {
  for (const { key } of rows) {
    const requirementId = intervalOf(key);
    if (requirementId !== null && !hasInterval(requirementId)) throw new AppError('requirement-unknown');
  }
  const written = await saveDraft(
    SETTINGS,
    { revision, accountId },
    (standing) =>
      rows
        .filter(({ key, body }) => !isSame(standing.get(key) ?? null, body))
        .map((row) => ({ ...row, part: row.key, itemId: null })),
    context,
  );
  return { revision: (await isSetAlone()) ? await setAlone(written, accountId, context) : written };
};

/** Submits and approves a draft in one press, where it may be. @returns the newest revision */
async function setAlone(
  revision: number,
  accountId: string,
  context: Pick<Context, 'catalogue' | 'now' | 'zone'>,
): Promise<number> {
  const course = await readCourse(SETTINGS);
  if (course.state !== 'draft' || course.revision !== revision) return revision;
  const draft = await readContentAt(SETTINGS, revision);
  const approved = await readContentAt(SETTINGS, inForce(course)?.revision ?? 0);
  if (needsSecondPerson(draft, approved) || openInSettings(draft) !== null) return revision;
  const next = async (kind: 'submitted' | 'approved', after: number, note: { fingerprint?: string }) =>
    act(SETTINGS, kind, accountId, async ({ revision: newest }) => {
      if (newest !== after) throw new AppError('content-changed');
      return { at: context.now(), ...note };
    });
  const submitted = await next('submitted', revision, {});
  const fingerprint = await fingerprintOfContent(
    'settings',
    [...draft].map(([key, body]) => ({ key, body })),
  );
  const version = await next('approved', submitted, { fingerprint });
  await settled(SETTINGS, context);
  return version;
}
