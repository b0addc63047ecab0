import { z } from 'zod';
import {
  daySchema,
  enteredDaySchema,
  issueIdSchema,
  issueSchema,
  projectIdSchema,
  requirementIdSchema,
} from './common';

const resultSchema = z.enum(['conforms', 'nonconforming', 'not-sampled']);
const kindSchema = z.enum(['internal-audit', 'external-audit', 'independent-check']);
const decisionId = z.string().min(1).max(64);

/** Issues that one sample names. */
const SAMPLED_ISSUES = 20;

export const conclusionInput = z.strictObject({
  requirementId: requirementIdSchema,
  /** Issue id of an AI system, or null for the organisation (which verifies no system's cell). */
  systemIssueId: issueIdSchema.nullable(),
  result: resultSchema,
  concludedOn: enteredDaySchema,
  /** Default 12 months later. */
  validUntil: enteredDaySchema.nullable(),
  kind: kindSchema,
  /** What was looked at: in words, as issues that the caller may see, or both. */
  sample: z.string().trim().max(4_000),
  sampledIssueIds: z.array(issueIdSchema).max(SAMPLED_ISSUES).default([]),
  /** Of an external audit: who audited, and their report. */
  auditBody: z.string().trim().max(200).nullable().default(null),
  report: z.string().trim().max(400).nullable().default(null),
});

/** Takes a conclusion back: from then on it is as if not given; both stay in the log. */
export const withdrawConclusionInput = z.strictObject({
  decisionId,
  reason: z.string().trim().min(1).max(4_000),
});

/** The nonconformity that the caller has made from a conclusion: an issue, which is given its requirement and AI system. */
export const raiseInput = z.strictObject({ decisionId, issueId: issueIdSchema });

/** With an AI system the conclusions of that one, of whatever project. */
export const conclusionsInput = z.strictObject({
  projectId: projectIdSchema,
  requirementId: requirementIdSchema,
  systemIssueId: issueIdSchema.optional(),
});

/** Issues as the viewer may see them, and how many there are besides. */
const issuesSchema = z.strictObject({ issues: z.array(issueSchema), hidden: z.number() });

const conclusionSchema = z.strictObject({
  decisionId: z.string(),
  /** Null for the organisation. */
  system: issueSchema.nullable(),
  result: resultSchema,
  concludedOn: daySchema,
  validUntil: daySchema,
  kind: kindSchema,
  /** Account id; null for whoever erased theirs. */
  by: z.string().nullable(),
  sampled: issuesSchema,
  /** People's own words; null for whoever may not see the organisation's own. */
  words: z
    .strictObject({ sample: z.string(), auditBody: z.string().nullable(), report: z.string().nullable() })
    .nullable(),
  raised: issuesSchema,
  withdrawn: z.strictObject({ on: daySchema, by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  mayWithdraw: z.boolean(),
  /** Nonconforming, and nothing is raised from it yet. */
  mayRaise: z.boolean(),
  /** It is the newest here, and nothing is raised from it yet: check N3. */
  nothingRaised: z.boolean(),
});

/** By which ids the caller creates a nonconformity in Jira. Options have one id in each context. */
const raisingSchema = z.strictObject({
  typeId: z.string().nullable(),
  /** Of the AI system; null where it is to be chosen. */
  projectId: z.string().nullable(),
  /** Field ids and ids of options, by their keys in the vocabulary. */
  fields: z.record(z.string(), z.string()),
  options: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
});

export const conclusionsOutput = z.strictObject({
  /** Newest first. */
  conclusions: z.array(conclusionSchema),
  /** Of AI systems that the viewer may not open, or older than the page. */
  notListed: z.number(),
  today: daySchema,
  mayRecord: z.boolean(),
  /** Null for whoever may not audit. */
  raising: raisingSchema.nullable(),
});
