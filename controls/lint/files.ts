import { z } from 'zod';
import { inventoryMapping, noRiskWords } from '../inventory-schema';
import {
  actArticle,
  actClass,
  actDate,
  actLink,
  actRole,
  annexThreeArea,
  group,
  harmonisedLink,
  pickEntry,
  prohibitedPractice,
  requirement,
  source,
} from '../schema';

/** Every data file of `controls/` with the shape of what it holds. */
export const SHAPES = {
  'iso42001/clauses.json': z.array(requirement),
  'iso42001/annex-a.json': z.array(requirement),
  'iso42001/groups.json': z.array(group),
  'iso42001/annex-c.json': z.strictObject({ objectives: z.array(pickEntry), riskSources: z.array(pickEntry) }),
  'eu-ai-act/dates.json': z.array(actDate),
  'eu-ai-act/articles.json': z.array(actArticle),
  'eu-ai-act/roles.json': z.array(actRole),
  'eu-ai-act/classes.json': z.array(actClass),
  'eu-ai-act/prohibited.json': z.array(prohibitedPractice),
  'eu-ai-act/annex-three.json': z.array(annexThreeArea),
  'crosswalks/eu-ai-act.json': z.array(actLink),
  'crosswalks/harmonised.json': z.array(harmonisedLink),
  'inventory/generic.json': inventoryMapping,
  'inventory/us-federal-2024.json': inventoryMapping,
  'inventory/no-risk.json': noRiskWords,
  'sources.json': z.record(z.string(), source),
};

export type DataFile = keyof typeof SHAPES;
export type Parsed = { [File in DataFile]: z.infer<(typeof SHAPES)[File]> };

export const DATA_FILES = Object.keys(SHAPES) as DataFile[];

/** The file that holds a requirement. */
export function requirementFile({ kind }: { kind: 'clause' | 'control' }): DataFile {
  return kind === 'clause' ? 'iso42001/clauses.json' : 'iso42001/annex-a.json';
}
