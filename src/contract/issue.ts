import { z } from 'zod';
import { CHECKLIST } from '../domain/vocabulary/nonconformity';
import {
  countsSchema,
  daySchema,
  figureSchema,
  issueIdSchema,
  issueSchema,
  ownTypesSchema,
  ratingSchema,
  requirementIdSchema,
  stateSchema,
  WORK_TYPES,
} from './common';
import { gradeSchema, nonconformityStageSchema } from './nonconformities';

const LINK_ROLES = ['concerns', 'treats', 'corrects', 'evidences'] as const;
const nextIssueSchema = z.enum(['impact-assessment', 'risk', 'risk-assessment']);
const linkRoleSchema = z.enum(LINK_ROLES);

export const issueContextInput = z.strictObject({ issueId: issueIdSchema });

export const issueContextOutput = z.strictObject({
  /** False: the issue's project takes no part in the AIMS, so there is nothing to show. */
  enrolled: z.boolean(),
  /** True while the issue is not read yet or is being read again: the rest may be older than what Jira shows. */
  updating: z.boolean(),
  kind: z.enum([...WORK_TYPES, 'work']),
  contributes: z.enum(['implements', 'evidences', 'requires', 'violates', 'carries', 'nothing']),
  requirements: z.array(
    z.strictObject({
      requirementId: z.string(),
      title: z.string(),
      /** Named by the issue itself; false when it is taken over through a link. */
      own: z.boolean(),
      /** The day on which it was found in the issue's property, which the app did not write; null for all else. */
      foundOn: daySchema.nullable(),
      /**
       * The worst state of the cells that the issue reaches with it, and how many have each; null where it is a figure of the
       * organisation that the caller may not see.
       */
      state: stateSchema.nullable(),
      counts: countsSchema,
      /** By a decision it counts for every AI system; the states are those of the issue's own project. */
      inCommon: z.boolean(),
    }),
  ),
  /** AI systems that the issue counts for, as far as the viewer may see them. */
  systems: z.strictObject({ issues: z.array(issueSchema), hidden: z.number() }),
  links: z.array(
    z.strictObject({
      role: linkRoleSchema,
      /** `out`: this issue <role> the others; `in`: the others <role> this issue. */
      direction: z.enum(['out', 'in']),
      issues: z.array(issueSchema),
      hidden: z.number(),
    }),
  ),
  /** Of an AI system: its own cells. */
  figure: figureSchema.nullable(),
  risk: z
    .strictObject({
      inherent: ratingSchema.nullable(),
      residual: ratingSchema.nullable(),
      aboveThreshold: z.boolean(),
      accepted: z.boolean(),
      acceptanceExpires: daySchema.nullable(),
    })
    .nullable(),
  nonconformity: z
    .strictObject({
      grade: gradeSchema,
      stage: nonconformityStageSchema,
      effectivenessDue: daySchema.nullable(),
      /** Somebody said that it is none. */
      dismissed: z.boolean(),
      /** It violates what it names: while it is open, and where what settled it does not hold; `missing` says why. */
      violates: z.boolean(),
      /** Empty where it was dismissed. */
      checklist: z.array(z.strictObject({ code: z.enum(CHECKLIST), done: z.boolean() })),
    })
    .nullable(),
  /** A nonconformity that an audit raised was dismissed, and the viewer may audit. */
  mayAgree: z.boolean(),
  /**
   * What is missing before it can go on, by code. `system-gaps` counts; `class-contradiction` names the options of the AI Act
   * class that exclude each other.
   */
  missing: z.array(z.strictObject({ code: z.string(), count: z.number(), options: z.array(z.string()).optional() })),
  /** What to begin with at an AI system that nothing is linked to yet. */
  next: z.array(nextIssueSchema),
  /** Ids of the site for creating what belongs to an AI system; null beside anything else. */
  creating: z
    .strictObject({
      /** The app's own issue types, by work type. */
      ownTypes: ownTypesSchema,
      /** The field "AIMS requirements", and its options by requirement: one in each context. */
      requirements: z.strictObject({
        fieldId: z.string().nullable(),
        options: z.record(z.string(), z.array(z.string())),
      }),
      /** The field "Who is affected", and its options by key: one in each context. */
      affected: z.strictObject({
        fieldId: z.string().nullable(),
        options: z.record(z.string(), z.array(z.string())),
      }),
    })
    .nullable(),
  /** Link roles that make sense for an issue of this kind. */
  linkRoles: z.array(linkRoleSchema),
});

export const issueRequirementInput = z.strictObject({ issueId: issueIdSchema, requirementId: requirementIdSchema });
/** Where it was written: in the field "AIMS requirements", or in the issue property where the field cannot be. */
export const issueWrittenOutput = z.strictObject({ written: z.enum(['field', 'property', 'link']) });

export const issueLinkInput = z.strictObject({
  issueId: issueIdSchema,
  role: linkRoleSchema,
  /** `out`, which is meant without it: this issue <role> the other; `in`: the other <role> this one. */
  direction: z.enum(['out', 'in']).optional(),
  targetKey: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9_]{1,29}-\d{1,12}$/),
});

/** Issues that this one could be linked to, by key or words of the title, as the viewer. */
export const issueSearchInput = z.strictObject({
  issueId: issueIdSchema,
  role: linkRoleSchema,
  text: z.string().trim().max(200),
});
export const issueSearchOutput = z.strictObject({ issues: z.array(issueSchema) });

/** The 70 requirements, to be searched on screen by number or word. */
export const requirementsInput = z.strictObject({});
export const requirementsOutput = z.strictObject({
  requirements: z.array(
    z.strictObject({ id: z.string(), title: z.string(), scopeLevel: z.enum(['organisation', 'ai-system']) }),
  ),
});
