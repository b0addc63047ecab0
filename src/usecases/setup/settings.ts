import { changeConfiguration } from '../../store/configuration';
import type { UseCase } from '../use-case';

export const readSettings: UseCase<'settings.read', 'configuration'> = async (_input, { configuration }) => ({
  figuresShownTo: configuration.figuresShownTo,
});

export const saveSettings: UseCase<'settings.save', never> = async ({ figuresShownTo }) => {
  await changeConfiguration((before) => ({ ...before, figuresShownTo }));
  return { figuresShownTo };
};
