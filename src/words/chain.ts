import { RATING_EMPTY } from './screens/shared/common';

/** Where the chain from impact assessment to evidence is broken. */
export const BREAK_WORDS = {
  'impact-assessment-missing': 'No impact assessment (8.4) is linked',
  'impact-assessment-without-risk': 'The impact assessment has led to no risk: record one, or why there is none',
  'risk-without-assessment': 'No assessment (8.2, 8.4) of this AI system is linked from which it could come',
  'risk-unrated': RATING_EMPTY,
  'risk-without-treatment': 'Above the threshold and nothing treats it',
  'treatment-not-done': 'Not finished yet',
  'treatment-without-evidence': 'Finished, but no evidence is linked and it is no record itself',
  'residual-not-accepted': 'The residual risk is not accepted',
  'residual-not-rated': 'Accepted, yet what remains is not rated',
  'residual-above-inherent': 'Accepted, yet more remains than was found',
  'level-not-acceptable': 'Accepted, yet by the risk criteria nobody may accept this level',
  'accepted-by-own': 'Accepted by its own assignee or the owner of the AI system: somebody else has to',
  'accepted-without-right': 'Accepted by somebody without “Approve in the AIMS”',
  'needs-top-management': 'Accepted, yet by the risk criteria top management alone may accept this level',
  'changed-since-acceptance': 'Changed after it was accepted',
  'acceptance-expired': 'The acceptance has expired',
} as const;
