import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors';
import { appendDecision } from '../../store/append';
import { type Configuration, changeConfiguration, homeProjectOf, readConfiguration } from '../../store/configuration';
import { readSettingChanges, type Setting } from '../../store/setting-change';
import type { UseCase } from '../use-case';

export const readSettings: UseCase<'settings.read', 'configuration'> = async (_input, { configuration }) =>
  settingsOf(configuration);

const settingsOf = async (configuration: Configuration) => ({
  figuresShownTo: configuration.figuresShownTo,
  homeProject: homeProjectOf(configuration),
  changes: await readSettingChanges(),
});

/**
 * Sets what an administrator sets alone. Each change is logged with its old and new value, before it counts.
 * @throws AppError setup-not-started for a home project that takes no part
 */
export const saveSettings: UseCase<'settings.save', 'configuration' | 'now'> = async (
  { figuresShownTo, homeProject },
  { configuration, now },
  { accountId },
) => {
  if (homeProject !== undefined && !configuration.projects.includes(homeProject))
    throw new AppError('setup-not-started');
  const log = async (setting: Setting, from: string | null, to: string | undefined) => {
    if (to === undefined || to === from) return;
    const about = { kind: 'setting', subject: setting, requirementId: '' } as const;
    await appendDecision(accountId, { decisionId: randomUUID(), ...about, at: now(), body: { from, to } });
  };
  await log('figures-shown-to', configuration.figuresShownTo, figuresShownTo);
  await log('home-project', homeProjectOf(configuration), homeProject);
  await changeConfiguration((before) => ({
    ...before,
    figuresShownTo: figuresShownTo ?? before.figuresShownTo,
    homeProject: homeProject ?? before.homeProject,
  }));
  return settingsOf(await readConfiguration());
};
