import type { Suggestion } from '../domain/statement/suggestion';

/** The text of a suggested reason, for whoever takes it as it is; at least as long as a reason has to be. */
export const SUGGESTION_WORDS: Readonly<Record<Suggestion['kind'], string>> = {
  risk: 'The AI risks that are linked here need this control.',
  'own-choice': 'We chose this control ourselves: current evidence of it is linked.',
};
