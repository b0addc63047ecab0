import { z } from 'zod';
import {
  actArticle,
  actClass,
  actDate,
  actLink,
  actRole,
  annexOne,
  annexThreeArea,
  listedUseException,
  olderRule,
  prohibitedPractice,
} from '../act-schema';
import { homes } from '../assurance-schema';
import { riskCriteria, riskLibrary, triage } from '../decision-schema';
import { rendering } from '../document-schema';
import { inventoryMapping, noRiskWords } from '../inventory-schema';
import { framework, group, harmonised, pickEntry, requirement, source } from '../schema';

/** Data files of `controls/` with the shape of what each holds; what every framework has comes besides. */
export const SHAPES = {
  'assurance/homes.json': homes,
  'frameworks/iso42001/annex-c.json': z.strictObject({
    objectives: z.array(pickEntry),
    riskSources: z.array(pickEntry),
  }),
  'frameworks/eu-ai-act/dates.json': z.array(actDate),
  'frameworks/eu-ai-act/articles.json': z.array(actArticle),
  'frameworks/eu-ai-act/roles.json': z.array(actRole),
  'frameworks/eu-ai-act/classes.json': z.array(actClass),
  'frameworks/eu-ai-act/prohibited.json': z.array(prohibitedPractice),
  'frameworks/eu-ai-act/annex-one.json': annexOne,
  'frameworks/eu-ai-act/annex-three.json': z.array(annexThreeArea),
  'frameworks/eu-ai-act/exceptions.json': z.array(listedUseException),
  'frameworks/eu-ai-act/older.json': z.array(olderRule),
  'crosswalks/eu-ai-act.json': z.array(actLink),
  'crosswalks/harmonised.json': harmonised,
  'decisions/criteria.json': riskCriteria,
  'decisions/risks.json': riskLibrary,
  'decisions/triage.json': triage,
  'documents/rendering.json': rendering,
  'inventory/generic.json': inventoryMapping,
  'inventory/us-federal-2024.json': inventoryMapping,
  'inventory/no-risk.json': noRiskWords,
  'sources.json': z.record(z.string(), source),
};

export type DataFile = keyof typeof SHAPES;
export type Parsed = { [File in DataFile]: z.infer<(typeof SHAPES)[File]> };

type Framework = z.infer<typeof framework>;
type Group = z.infer<typeof group>;
export type FrameworkRequirement = z.infer<typeof requirement>;

/** A framework's own files: what it is, its headings, and its requirements, each with the file that holds it. */
export interface FrameworkData {
  framework: Framework;
  groupsFile: string;
  groups: Group[];
  requirements: { file: string; requirement: FrameworkRequirement }[];
}

const FRAMEWORK_FILE = /^frameworks\/([^/]+)\/framework\.json$/;

/** Folders below `frameworks/` that declare a framework, in their place. */
export function frameworkFolders(files: ReadonlyMap<string, string>): { folder: string; framework: Framework }[] {
  return [...files]
    .flatMap(([file, text]) => {
      const folder = FRAMEWORK_FILE.exec(file)?.[1];
      return folder === undefined ? [] : [{ folder: `frameworks/${folder}`, framework: JSON.parse(text) as Framework }];
    })
    .sort((a, b) => a.framework.place - b.framework.place);
}

export const requirementFiles = (folder: string, { requirements }: Framework): string[] =>
  requirements.map((name) => `${folder}/${name}.json`);

/** Shapes of every data file, those of every framework among them. */
export function allShapes(files: ReadonlyMap<string, string>): Map<string, z.ZodType> {
  return new Map<string, z.ZodType>([
    ...Object.entries(SHAPES),
    ...frameworkFolders(files).flatMap(({ folder, framework: found }): [string, z.ZodType][] => [
      [`${folder}/framework.json`, framework],
      [`${folder}/groups.json`, z.array(group)],
      ...requirementFiles(folder, found).map((file): [string, z.ZodType] => [file, z.array(requirement)]),
    ]),
  ]);
}

/** Every requirement as it is known outside its framework: `framework/number`. */
export function requirementIds(
  frameworks: readonly FrameworkData[],
): Map<string, { framework: string; kind: 'clause' | 'control' }> {
  return new Map(
    frameworks.flatMap(({ framework: { id }, requirements }) =>
      requirements.map(
        ({ requirement: { id: number, kind } }) => [`${id}/${number}`, { framework: id, kind }] as const,
      ),
    ),
  );
}
