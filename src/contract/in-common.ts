import { z } from 'zod';
import { CONDITIONS } from '../domain/applicability/condition';
import { NAMED_SYSTEMS_AT_MOST } from '../domain/in-common/row';
import { daySchema, issueIdSchema, issueSchema, requirementIdSchema } from './common';
import { courseShape, revisionSchema } from './course';

const text = z.string().trim().max(1_000);
const ofCondition = z.strictObject({ which: z.literal('condition'), condition: z.enum(CONDITIONS) });
const ofProject = z.strictObject({ which: z.literal('project'), projectId: z.string().regex(/^\d{1,19}$/) });
const ofEvery = z.strictObject({ which: z.literal('every'), reason: text });

/** For which AI systems it counts. */
const whichInput = z.discriminatedUnion('which', [
  ofCondition,
  ofProject,
  z.strictObject({ which: z.literal('systems'), issueIds: z.array(issueIdSchema).max(NAMED_SYSTEMS_AT_MOST) }),
  ofEvery,
]);
const whichView = z.discriminatedUnion('which', [
  ofCondition,
  ofProject,
  /** Those that the viewer may see; the others are counted, and stay. */
  z.strictObject({ which: z.literal('systems'), issues: z.array(issueSchema), hidden: z.number() }),
  ofEvery,
]);

export const inCommonInput = z.strictObject({ issueId: issueIdSchema });

/** What an issue without AI systems of its own may meet in common: each of its requirements that every AI system has. */
export const inCommonOutput = z.strictObject({
  requirements: z.array(
    z.strictObject({
      ...courseShape,
      requirementId: requirementIdSchema,
      title: z.string(),
      /** What its approval is asked for by. */
      subject: z.string(),
      systems: whichView.nullable(),
      note: z.string(),
      /** It is not as the version in force has it. */
      isChanged: z.boolean(),
      /** Until when it counts, or counted; null where nobody decided so. */
      standing: z.strictObject({ counts: z.boolean(), until: daySchema, byOnePerson: z.boolean() }).nullable(),
    }),
  ),
  /** Projects that take part, as far as the viewer may browse them. */
  projects: z.array(z.strictObject({ projectId: z.string(), name: z.string() })),
});

export const editInCommonInput = z.strictObject({
  issueId: issueIdSchema,
  requirementId: requirementIdSchema,
  revision: revisionSchema,
  systems: whichInput,
  note: text,
});
