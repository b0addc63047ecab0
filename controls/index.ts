/** The only loader of the catalogue. It checks nothing at run time: the lint does, before the data is shipped. */

import homes from './assurance/homes.json';
import type { Homes } from './assurance-schema';
import actLinks from './crosswalks/eu-ai-act.json';
import harmonised from './crosswalks/harmonised.json';
import { frameworks } from './frameworks';
import annexOne from './frameworks/eu-ai-act/annex-one.json';
import annexThree from './frameworks/eu-ai-act/annex-three.json';
import articles from './frameworks/eu-ai-act/articles.json';
import classes from './frameworks/eu-ai-act/classes.json';
import dates from './frameworks/eu-ai-act/dates.json';
import exceptions from './frameworks/eu-ai-act/exceptions.json';
import older from './frameworks/eu-ai-act/older.json';
import prohibited from './frameworks/eu-ai-act/prohibited.json';
import roles from './frameworks/eu-ai-act/roles.json';
import annexC from './frameworks/iso42001/annex-c.json';
import generic from './inventory/generic.json';
import noRisk from './inventory/no-risk.json';
import usFederal from './inventory/us-federal-2024.json';
import type { InventoryMapping as Mapping, NoRiskWords } from './inventory-schema';
import type { Catalogue } from './schema';
import sources from './sources.json';

export type { ClaimOutcome } from './inventory-schema';
export type {
  Catalogue,
  ConditionKey,
  Requirement,
  Stage,
} from './schema';

/** A mapping with the words that every mapping shares. */
export type InventoryMapping = Mapping & { noRisk: NoRiskWords };

/** Mappings of inventory files, by id. */
export const inventoryMappings: ReadonlyMap<string, InventoryMapping> = new Map(
  ([generic, usFederal] as Mapping[]).map((mapping) => [mapping.id, { ...mapping, noRisk }]),
);

const { from, rows } = homes as Homes;
const allOf = new Map(rows.map(({ requirement, allOf }) => [requirement, allOf]));

/** What of a requirement's home is there today: an entry with an alternative that is still to come asks for nothing yet. */
const homeOf = (requirementId: string): string[][] =>
  (allOf.get(requirementId) ?? [])
    .map((alternatives) => alternatives.map(({ part }) => part))
    .filter((alternatives) => alternatives.every((part) => part in from));

/** All frameworks and links between them, in the order of the standards. */
export const catalogue: Catalogue = {
  frameworks: frameworks.map(({ framework }) => framework as Catalogue['frameworks'][number]),
  requirements: frameworks.flatMap(({ framework, requirements }) =>
    requirements.map(
      (entry) =>
        ({
          ...entry,
          id: `${framework.id}/${entry.id}`,
          framework: framework.id,
          number: entry.id,
          excludable: (framework.excludable as string[]).includes(entry.kind),
          home: homeOf(`${framework.id}/${entry.id}`),
        }) as Catalogue['requirements'][number],
    ),
  ),
  groups: frameworks.flatMap(({ framework, groups }) =>
    groups.map((entry) => ({ ...entry, framework: framework.id }) as Catalogue['groups'][number]),
  ),
  objectives: annexC.objectives,
  riskSources: annexC.riskSources,
  euAiAct: {
    dates,
    articles,
    roles,
    classes,
    prohibited,
    annexOne,
    annexThree,
    exceptions,
    older,
  } as Catalogue['euAiAct'],
  crosswalks: { euAiAct: actLinks, harmonised } as Catalogue['crosswalks'],
  sources,
};
