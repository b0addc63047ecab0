/**
 * Source of the shape and the types of everything in `controls/`. Only the lint, the schema emitter and tests load it at
 * run time; the app imports its types alone (see index.ts), so that zod is not needed to read the catalogue.
 */
import { z } from 'zod';
import { actLink, euAiAct } from './act-schema';
import { requirementId, sourceKeys, text } from './atoms';

/** Life-cycle stages of an AI system, in the app's words. */
export const stage = z.enum([
  'inception',
  'design-and-development',
  'verification-and-validation',
  'deployment',
  'operation-and-monitoring',
  're-evaluation',
  'retired',
  'rejected',
]);

/** Facts of an AI system on which a requirement may depend. An unknown fact counts as true. */
export const conditionKey = z.enum([
  'triage-not-none',
  'third-parties-involved',
  'develop-or-adapt',
  'develop-adapt-or-control-input-data',
  'control-logs',
  'develop-or-provide',
  'use',
]);

const confidence = z.enum(['very high', 'high', 'medium-high', 'medium']);

/**
 * Whose word a property is, so that nobody takes our advice for what a standard asks; it stands in the emitted schema as
 * `x-origin`, and a screen that shows a property of ours says so.
 */
const fact = <T extends z.ZodType>(shape: T) => shape.meta({ 'x-origin': 'a fact of the standard' });
const reworded = <T extends z.ZodType>(shape: T) => shape.meta({ 'x-origin': 'asked by the standard, in our words' });
const ours = <T extends z.ZodType>(shape: T) => shape.meta({ 'x-origin': 'ours' });

/** What a framework's folder says of the framework itself. */
export const framework = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,23}$/)
    .describe('name of the folder; first part of every requirement id'),
  title: text,
  version: z
    .int()
    .min(1)
    .describe(
      'raised when decisions on what may be excluded should be looked at again: another entry, title or condition',
    ),
  place: z
    .int()
    .min(1)
    .describe('its place among the frameworks; the first is what figures tell of unless another is asked for'),
  optionPrefix: z
    .string()
    .describe("what stands before the number in the options of Jira's field, where numbers would be ambiguous"),
  requirements: z.array(z.string()).min(1).describe('files of the folder that hold its requirements, in their order'),
  excludable: z
    .array(z.enum(['clause', 'control']))
    .describe('kinds that an approved reason or an unmet condition takes out; all others always apply'),
  sources: sourceKeys,
});

/** A leaf that can be met; in its framework's file it is known by its number there. */
export const requirement = z.strictObject({
  id: fact(z.string().regex(/^([A-Z]\.)?\d+(\.\d+)*$/)),
  kind: fact(z.enum(['clause', 'control'])),
  group: fact(
    z
      .string()
      .regex(/^([A-Z]\.)?\d+$/)
      .describe("a heading of the framework, such as clause '4' or control group 'A.2'"),
  ),
  parent: fact(z.string().describe('direct parent in the standard')),
  title: fact(text.describe('title as in the standard; titles and numbers are facts')),
  summary: reworded(text),
  asks: reworded(z.array(text).min(1).max(4).describe('what has to be so for the standard to be met, and no more')),
  guidance: ours(z.array(text).min(2).max(5).describe('how practitioners go about it: nobody has to follow it')),
  typicalEvidence: ours(z.array(text).min(2).describe('examples, not requirements')),
  documentedInformation: reworded(z.strictObject({ required: z.boolean(), what: z.array(text) })),
  mandatoryDocuments: ours(
    z
      .array(z.int().min(1).max(20))
      .describe('which of the 20 rows into which we sort documented information that clauses ask for; they count none'),
  ),
  scopeLevel: ours(z.enum(['organisation', 'ai-system'])),
  scopeLevelReason: ours(text),
  evidenceKind: ours(z.enum(['document', 'record', 'work'])),
  evidenceKindReason: ours(text),
  validForMonths: ours(z.int().min(1).max(36).describe('months until evidence without a review date is stale')),
  validForReason: ours(text),
  dueFrom: ours(stage).exactOptional(),
  dueFromReason: ours(text).exactOptional(),
  condition: ours(conditionKey).exactOptional(),
  conditionReason: ours(text).exactOptional(),
  boughtNote: ours(text.describe('what it means for a system that was bought')).exactOptional(),
  confidence: ours(confidence.describe('how sure we are of our reading')),
  sources: ours(sourceKeys),
});

/** A heading that holds requirements and is never scored itself. */
export const group = z.strictObject({
  id: z.string(),
  kind: z.enum(['clause', 'control']),
  title: text,
  objective: z
    .strictObject({ number: fact(z.string().regex(/^[A-Z](\.\d+)+$/)), text: reworded(text) })
    .describe('what the controls below it are for')
    .exactOptional(),
  parent: z.string().exactOptional(),
  sources: sourceKeys,
});

/** One entry of a pick list (Annex C). */
export const pickEntry = z.strictObject({ id: z.string(), title: text, hint: text, sources: sourceKeys });

/** Where a fact comes from. */
export const source = z.strictObject({ kind: text, ref: text, note: text.exactOptional() });

const edition = z.string().regex(/^ISO(\/IEC)? \d+:\d{4}$/);

/** A clause beside its twins in the harmonised structure; null where the other standard has none. */
const harmonisedLink = z.strictObject({
  requirement: requirementId,
  iso27001: z.string().nullable(),
  iso9001: z.string().nullable(),
  reuse: z.enum(['reuse', 'extend', 'new']),
  sources: sourceKeys,
});

/** Numbers move from one edition of a standard to the next, so each stands with the edition that it was read in. */
export const harmonised = z.strictObject({
  editions: z.strictObject({ iso27001: edition, iso9001: edition }),
  links: z.array(harmonisedLink),
});

const crosswalks = z.strictObject({ euAiAct: z.array(actLink), harmonised });

/** As it is known everywhere else: `framework/number`. */
export const catalogueRequirement = requirement.extend({
  id: requirementId,
  framework: z.string(),
  number: z.string().describe('as its framework numbers it'),
  excludable: z.boolean(),
  home: z
    .array(z.array(z.string()))
    .describe('parts of its home of which every alternative is there: one alternative of each is needed'),
});

export const catalogueSchema = z.strictObject({
  frameworks: z.array(framework),
  requirements: z.array(catalogueRequirement),
  groups: z.array(group.extend({ framework: z.string() })),
  objectives: z.array(pickEntry),
  riskSources: z.array(pickEntry),
  euAiAct,
  crosswalks,
  sources: z.record(z.string(), source),
});

export type Stage = z.infer<typeof stage>;
export type ConditionKey = z.infer<typeof conditionKey>;
export type Requirement = z.infer<typeof catalogueRequirement>;
export type Catalogue = z.infer<typeof catalogueSchema>;
