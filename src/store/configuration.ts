import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { DEFAULT_SETTINGS } from '../domain/decision/decision';

/**
 * What the app knows of this installation's Jira: ids of the objects that the blueprint put there or adopted, enrolled
 * projects, settings. Ids only, so a renamed field or status changes nothing. One KVS value, read once an invocation.
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
  /** Requirement id -> option id of the field "AIMS requirements". */
  requirementOptions: z.record(z.string(), z.string()),
  /** Enrolled projects, by id. */
  projects: z.array(z.string()),
  /** Confluence pages whose text was ever approved as the AI policy, by id. */
  policyPages: z.array(z.string()).default([]),
  /** Readers of Confluence without a login may see the counts of the organisation. */
  publicFigures: z.boolean().default(false),
  settings: z.object({ riskThreshold: z.number(), awarenessThreshold: z.number() }),
  /** Names of resolutions that mean "not done". */
  negativeResolutions: z.array(z.string()),
});

export type Configuration = z.infer<typeof schema>;

const KEY = 'configuration';

const EMPTY_CONFIGURATION: Configuration = {
  version: 1,
  fields: {},
  issueTypes: {},
  statuses: {},
  linkTypes: {},
  requirementOptions: {},
  projects: [],
  policyPages: [],
  publicFigures: false,
  settings: DEFAULT_SETTINGS,
  negativeResolutions: ["Won't Do", "Won't do", 'Duplicate', 'Declined', 'Cannot Reproduce', 'Cannot reproduce'],
};

export async function readConfiguration(): Promise<Configuration> {
  const stored = await kvs.get(KEY);
  return stored === undefined ? EMPTY_CONFIGURATION : schema.parse(stored);
}

export async function writeConfiguration(configuration: Configuration): Promise<void> {
  await kvs.set(KEY, configuration);
}
