import type { Rule } from './rule';
import { asksAndAdviceApart } from './rules/asks-and-advice-apart';
import { crosswalkEndsExist } from './rules/crosswalk-ends-exist';
import { crosswalkHasStrength } from './rules/crosswalk-has-strength';
import { dateHasAct } from './rules/date-has-act';
import { documentsNamed } from './rules/documents-named';
import { dueStageOnlyForSystems } from './rules/due-stage-only-for-systems';
import { everyFileLoaded } from './rules/every-file-loaded';
import { homesComplete } from './rules/homes-complete';
import { leafCounts } from './rules/leaf-counts';
import { mappingComplete } from './rules/mapping-complete';
import { noCopiedText } from './rules/no-copied-text';
import { noRiskWords } from './rules/no-risk-words';
import { objectivesNamed } from './rules/objectives-named';
import { parentExists } from './rules/parent-exists';
import { plainAsciiQuotes } from './rules/plain-ascii-quotes';
import { questionsNumbered } from './rules/questions-numbered';
import { reasonsPresent } from './rules/reasons-present';
import { risksNamed } from './rules/risks-named';
import { schemaFresh } from './rules/schema-fresh';
import { sorted } from './rules/sorted';
import { sourceExists } from './rules/source-exists';
import { supersededDateNotShown } from './rules/superseded-date-not-shown';
import { uniqueId } from './rules/unique-id';

/** Every rule, by name. */
export const RULES: readonly Rule[] = [
  asksAndAdviceApart,
  crosswalkEndsExist,
  crosswalkHasStrength,
  dateHasAct,
  documentsNamed,
  dueStageOnlyForSystems,
  everyFileLoaded,
  homesComplete,
  leafCounts,
  mappingComplete,
  noCopiedText,
  noRiskWords,
  objectivesNamed,
  parentExists,
  plainAsciiQuotes,
  questionsNumbered,
  reasonsPresent,
  risksNamed,
  schemaFresh,
  sorted,
  sourceExists,
  supersededDateNotShown,
  uniqueId,
];
