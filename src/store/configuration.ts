import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { z } from 'zod';
import { ACCEPTORS, BANDS } from '../domain/criteria/criteria';
import { type CriteriaInForce, PROPOSED_CRITERIA } from '../domain/criteria/in-force';
import { DEFAULT_SETTINGS } from '../domain/decision/decision';
import { FIGURES_SHOWN_TO } from '../domain/reader';
import { requirementIdFrom } from '../domain/requirement/requirement-id';
import { PROPOSED_SETTINGS } from '../domain/settings/figure-settings';
import { UTC } from '../domain/time-zone';

const daySchema = z.string();
const changedSchema = z.array(daySchema.nullable());
const criteriaSchema: z.ZodType<CriteriaInForce> = z.object({
  scale: z.object({
    likelihood: z.array(z.string()),
    consequence: z.array(z.string()),
    bands: z.array(
      z.object({ band: z.enum(BANDS), to: z.number(), who: z.enum(ACCEPTORS), months: z.number().default(12) }),
    ),
  }),
  threshold: z.number(),
  assessedFor: z.number(),
  approved: z.object({ on: daySchema, validUntil: daySchema.nullable() }).nullable(),
  wordsChanged: z.object({ likelihood: changedSchema, consequence: changedSchema }),
});

const resolutionsSchema = z.record(z.string(), z.enum(['done', 'not-done']));

/**
 * What the app knows of this installation's Jira: ids of the objects that the blueprint put there or adopted, enrolled
 * projects, settings. Ids only, so a renamed field or status changes nothing. One value, read once an invocation.
 */
const schema = z.object({
  version: z.literal(1),
  /** Field key of the blueprint -> Jira field id. */
  fields: z.record(z.string(), z.string()),
  /** Issue type key of the blueprint -> issue type id. */
  issueTypes: z.record(z.string(), z.string()),
  /** Status id -> the blueprint's status key, for each of the app's issue types: `ai-system:retired`. */
  statuses: z.record(z.string(), z.array(z.string())),
  /** Link role -> issue link type id. */
  linkTypes: z.record(z.string(), z.string()),
  /** Field key -> option id -> the option's key in the vocabulary, for every context that the app has looked at. */
  options: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default({})
    .transform((options) => ({ ...options, ...requirementOptionsOf(options) })),
  /**
   * What the app reads by and Jira no longer has: `<kind>:<key>` -> since when it is missed, epoch milliseconds. What rests on
   * it stands as it was last read.
   */
  gone: z.record(z.string(), z.number()).default({}),
  /**
   * Since when every issue is to be read anew, epoch milliseconds: what was read before was read by meanings of resolutions, or by
   * objects of Jira, that are others now.
   */
  readAllSince: z.number().default(0),
  /** Requirement id -> option id of the field "AIMS requirements". */
  requirementOptions: z
    .record(z.string(), z.string())
    .transform((byId) =>
      Object.fromEntries(Object.entries(byId).map(([id, option]) => [requirementIdFrom(id), option])),
    ),
  /** The site's time zone, an IANA name, as Jira last told it. */
  timeZone: z.string().default(UTC),
  /**
   * What the app made in this installation, each kept as it was made: `<kind>:<key>` -> Jira's id. Nothing else may ever be
   * removed or replaced.
   */
  made: z.record(z.string(), z.string()).default({}),
  /** What is about to be made: after a crash, what carries its marker is the app's. */
  making: z.array(z.string()).default([]),
  /** Enrolled projects, by id. */
  projects: z.array(z.string()),
  /** Since when each of them takes part, epoch milliseconds: what was closed before then had no rules of the app's. */
  enrolledAt: z.record(z.string(), z.number()).default({}),
  /** Those of them that Jira has archived: what belongs to them does not count. */
  archived: z.array(z.string()).default([]),
  /** Confluence pages whose text was ever approved as the AI policy, by id. */
  policyPages: z.array(z.string()).default([]),
  /** An AI policy was ever approved for groups of people, who are read every night. */
  readsAudience: z.boolean().default(false),
  /** The enrolled project that holds the organisation's own records and tasks; null: the first one. */
  homeProject: z.string().nullable().default(null),
  /** To whom figures of the organisation are shown in Confluence. */
  figuresShownTo: z.enum(FIGURES_SHOWN_TO),
  /** A copy of the criteria and settings that are approved (`ingest/keep-criteria.ts`, `ingest/keep-settings.ts`), so that no figure has to be read twice. */
  settings: z.object({
    criteria: criteriaSchema.default(PROPOSED_CRITERIA),
    awarenessThreshold: z.number(),
    euAiAct: z.object({ applies: z.boolean(), reason: z.string() }).default(PROPOSED_SETTINGS.euAiAct),
    intervals: z.record(z.string(), z.number()).default({}),
    resolutionsApproved: resolutionsSchema.default({}),
  }),
  /** What resolutions mean, by id, that nobody has to be asked about: Jira's own, and what administrators chose in earlier versions. */
  resolutions: resolutionsSchema.default({}),
  /** Resolutions of the site, by id, that nobody has chosen a meaning for. */
  unansweredResolutions: z.array(z.string()).default([]),
  /** Names that meant "not done" before ids were kept: the first look at the site's resolutions turns them into ids. */
  negativeResolutions: z.array(z.string()),
});

/** What the options of "AIMS requirements" mean, by id. */
function requirementOptionsOf(options: Record<string, Record<string, string>>): Record<string, Record<string, string>> {
  const known = options['aims-requirements'];
  if (known === undefined) return {};
  const byId = Object.entries(known).map(([optionId, word]) => [optionId, requirementIdFrom(word)]);
  return { 'aims-requirements': Object.fromEntries(byId) };
}

export type Configuration = z.infer<typeof schema>;

const EMPTY_CONFIGURATION: Configuration = {
  version: 1,
  fields: {},
  issueTypes: {},
  statuses: {},
  linkTypes: {},
  options: {},
  gone: {},
  readAllSince: 0,
  requirementOptions: {},
  timeZone: UTC,
  made: {},
  making: [],
  projects: [],
  enrolledAt: {},
  archived: [],
  policyPages: [],
  readsAudience: false,
  homeProject: null,
  figuresShownTo: 'licensed',
  settings: DEFAULT_SETTINGS,
  resolutions: {},
  unansweredResolutions: [],
  negativeResolutions: ["Won't Do", "Won't do", 'Duplicate', 'Declined', 'Cannot Reproduce', 'Cannot reproduce'],
};

/** The enrolled projects whose issues count. */
export const countingProjects = ({ projects, archived }: Configuration): string[] =>
  projects.filter((id) => !archived.includes(id));

/** The project that holds the organisation's own records and tasks, or null while none is enrolled. */
export const homeProjectOf = ({
  projects,
  homeProject,
}: Pick<Configuration, 'projects' | 'homeProject'>): string | null =>
  projects.find((id) => id === homeProject) ?? projects[0] ?? null;

/** What resolutions mean, by id: as approved, else as known. One that is not here counts as done, and is asked for. */
export const meaningsOfResolutions = ({
  resolutions,
  settings,
}: Pick<Configuration, 'resolutions' | 'settings'>): Configuration['resolutions'] => ({
  ...resolutions,
  ...settings.resolutionsApproved,
});

/** A custom entity, for only those can be written under a condition; it is read by key, which is strictly consistent. */
const ENTITY = 'configuration';
const KEY = 'installation';

interface Stored {
  revision: number;
  body: unknown;
}

const readStored = () => kvs.entity<Stored>(ENTITY).get(KEY);
const bodyOf = (stored: Stored | undefined): Configuration =>
  stored === undefined ? EMPTY_CONFIGURATION : schema.parse(withLevel(stored.body));

/** Installations from before there were levels keep what they showed: to anybody, or to holders of the permission alone. */
const withLevel = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !('figuresShownTo' in body)
    ? { ...body, figuresShownTo: 'publicFigures' in body && body.publicFigures === true ? 'everybody' : 'holders' }
    : body;

export async function readConfiguration(): Promise<Configuration> {
  return bodyOf(await readStored());
}

/**
 * Changes the configuration: `change` is given what is stored and answers what shall be. Whoever wrote in between makes
 * it run again on what they wrote, so of several writers at once none loses
 * (developer.atlassian.com/platform/forge/storage-reference/entities-transactions).
 */
export async function changeConfiguration(change: (before: Configuration) => Configuration): Promise<void> {
  let stored = await readStored();
  while (!(await replace(stored, change(bodyOf(stored))))) stored = await readStored();
}

/** Writes if nothing was written since `stored` was read; false when something was. */
async function replace(stored: Stored | undefined, body: Configuration): Promise<boolean> {
  try {
    if (stored === undefined) {
      await kvs.entity<Stored>(ENTITY).set(KEY, { revision: 1, body }, { keyPolicy: 'FAIL_IF_EXISTS' });
    } else {
      const conditions = new Filter<Stored>().and('revision', FilterConditions.equalTo(stored.revision));
      const next: Stored = { revision: stored.revision + 1, body };
      await kvs.transact().set(KEY, next, { entityName: ENTITY, conditions }).execute();
    }
    return true;
  } catch (error) {
    // Which code says that the condition did not hold is not documented: the revision tells it.
    if ((await readStored())?.revision === stored?.revision) throw error;
    return false;
  }
}
