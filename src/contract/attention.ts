import { z } from 'zod';
import { daySchema, issueSchema, scopeInput } from './common';
import { toReviewSchema } from './to-review';

/** What falls to the viewer as owner or assignee, soonest first. */
export const needsInput = scopeInput;
export const needsOutput = z.strictObject({
  items: z.array(
    z.strictObject({
      ...issueSchema.shape,
      what: z.enum([
        'evidence-review',
        'system-review',
        'acceptance-expires',
        'risk-open',
        'effectiveness-review',
        'nonconformity-open',
      ]),
      /** Null for what waits without a day. */
      day: daySchema.nullable(),
      overdue: z.boolean(),
    }),
  ),
  /** More than one view lists. */
  more: z.number(),
  /** What waits for an approval that the viewer may give, and what whoever decides or manages must see to; nothing for others. */
  awaiting: z.strictObject({
    /** The page of the approved AI policy, where its text changed since or its review falls due. */
    policy: z
      .discriminatedUnion('state', [
        z.strictObject({
          state: z.literal('awaits'),
          title: z.string(),
          address: z.string(),
          /** The version that is approved. */
          version: z.number(),
          isChanged: z.boolean(),
          due: z.strictObject({ day: daySchema, overdue: z.boolean() }).nullable(),
        }),
        /** Confluence is out of reach. */
        z.strictObject({ state: z.literal('unknown') }),
      ])
      .nullable(),
    /** What waits for the viewer of what the organisation has once. */
    organisation: z.array(
      z.strictObject({
        kind: z.enum(['statement', 'criteria', 'settings']),
        what: z.enum(['to-approve', 'returned', 'ends', 'to-review']),
        due: z.strictObject({ day: daySchema, overdue: z.boolean() }).nullable(),
        /** Why it is to be looked at again; none otherwise. */
        causes: z.array(toReviewSchema),
      }),
    ),
    /** Triages, and what is met in common, that wait for the viewer, as far as they may see the issue. */
    subjects: z.array(
      z.strictObject({
        ...issueSchema.shape,
        kind: z.enum(['triage', 'in-common']),
        /** Of what is met in common. */
        requirementId: z.string().nullable(),
        what: z.enum(['submitted', 'returned', 'ends', 'one-person']),
        due: z.strictObject({ day: daySchema, overdue: z.boolean() }).nullable(),
      }),
    ),
    /**
     * Conclusions "nonconforming" that stand and from which nothing was raised, for whoever audits or manages: of the organisation, and of
     * AI systems that they may open. `more` stand besides.
     */
    unraised: z.strictObject({
      conclusions: z.array(
        z.strictObject({
          requirementId: z.string(),
          title: z.string(),
          /** Null for the organisation. */
          system: issueSchema.nullable(),
          concludedOn: daySchema,
        }),
      ),
      more: z.number(),
    }),
    /** As `systemsOwnerLeft` of "look here". */
    systemsOwnerLeft: z.number(),
  }),
});

/** What a leader looks at first; the same numbers for every viewer of the scope. */
export const lookHereSchema = z.strictObject({
  inOperationWithoutImpactAssessment: z.number(),
  /** In scope, with neither owner nor assignee. */
  systemsWithoutOwner: z.number(),
  /** In scope, and the account of whoever is shown as the owner was closed when it was last looked at. */
  systemsOwnerLeft: z.number(),
  risksAboveThreshold: z.number(),
  risksUnrated: z.number(),
  acceptancesExpired: z.number(),
  acceptancesExpiring: z.number(),
  nonconformitiesOpen: z.number(),
  nonconformitiesOverdue: z.number(),
  /** AI systems in scope whose AI Act class is "Prohibited" (Article 5). */
  prohibited: z.number(),
  /** Of the 20 pieces into which we sort the documented information that clauses ask for (our count), those that are due by now; null where they are not the caller's to see. */
  documents: z
    .strictObject({
      current: z.number(),
      required: z.number(),
      /** The requirements whose piece is missing or not current. */
      missing: z.array(z.string()),
    })
    .nullable(),
  /** Cells that rest on something which runs out in the next 90 days, by requirement. */
  lapsing: z.array(z.strictObject({ requirementId: z.string(), count: z.number() })),
});
