import { changeConfiguration } from '../../store/configuration';
import type { UseCase } from '../use-case';

export const readSettings: UseCase<'settings.read', 'configuration'> = async (_input, { configuration }) => ({
  publicFigures: configuration.publicFigures,
});

export const saveSettings: UseCase<'settings.save', never> = async ({ publicFigures }) => {
  await changeConfiguration((before) => ({ ...before, publicFigures }));
  return { publicFigures };
};
