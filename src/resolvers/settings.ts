import { changeConfiguration } from '../store/configuration';
import type { Handler } from './define';

export const readSettings: Handler<'settings.read'> = async (_input, { configuration }) => ({
  publicFigures: configuration.publicFigures,
});

export const saveSettings: Handler<'settings.save'> = async ({ publicFigures }) => {
  await changeConfiguration((before) => ({ ...before, publicFigures }));
  return { publicFigures };
};
