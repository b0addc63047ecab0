import { type Content, isSame } from '../../domain/approval/entry';
import { settingsFrom } from '../../domain/settings/figure-settings';
import { proposedMeaning } from '../../domain/vocabulary/resolution';
import { allResolutions } from '../../jira/configuration/resolution';
import { SETTINGS } from '../../store/settings';
import { courseViewOf, readAsSeen } from '../approvals/course';
import { partInApprovals } from '../approvals/part';
import type { UseCase } from '../use-case';
import { isSetAlone } from './alone';
import { WITH_INTERVAL } from './intervals';
import { openInSettings } from './open';

/** Settings as they are worked on, for whoever manages, approves or audits; for others those in force. */
export const readFigureSettings: UseCase<'figureSettings.read', 'configuration' | 'zone' | 'today'> = async (
  _input,
  context,
) => {
  const part = await partInApprovals();
  const { course, approved, shown } = await readAsSeen(SETTINGS, part);
  const { euAiAct, awarenessThreshold, intervals, resolutionsApproved } = settingsFrom(shown);
  const known = context.configuration.resolutions;
  return {
    ...(await courseViewOf(course, part, context)),
    euAiAct,
    awareness: { percent: Math.round(100 * awarenessThreshold) },
    intervals: WITH_INTERVAL.map(({ id, title, validForMonths }) => ({
      requirementId: id,
      title,
      proposed: validForMonths,
      months: intervals[id] ?? null,
    })),
    resolutions: (await allResolutions()).map(({ id, name }) => ({
      id,
      name,
      meaning: resolutionsApproved[id] ?? known[id] ?? null,
      proposal: proposedMeaning(name),
    })),
    changed: changedKeys(shown, approved),
    alone: await isSetAlone(),
    open: openInSettings(shown),
  };
};

const changedKeys = (shown: Content, approved: Content): string[] =>
  [...new Set([...shown.keys(), ...approved.keys()])].filter((key) => !isSame(shown.get(key), approved.get(key)));
