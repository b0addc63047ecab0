/** Shapes of what `controls/` says of the AI Act; see schema.ts. */
import { z } from 'zod';
import { day, requirementId, sourceKeys, text } from './atoms';

/** Contested: those who know the Act read it in different ways; who shows such a fact says so. */
const certainty = z.enum(['certain', 'probable', 'contested']);

/** A date of the AI Act. Superseded dates stay for the record and are never shown. */
export const actDate = z.strictObject({
  date: day,
  what: text,
  act: text.describe('the act that sets this date'),
  articles: z.array(text),
  condition: text
    .exactOptional()
    .describe('for what alone the date is; without it, for all that the articles speak of'),
  superseded: z.boolean(),
  certainty,
  sources: sourceKeys,
});

/** From when an article applies: always, or by the route by which a system became high-risk, or by its point. */
const applicationDate = z.strictObject({ when: text.exactOptional(), date: day });

export const actArticle = z.strictObject({
  id: text,
  title: text,
  actors: z.array(text).min(1),
  summary: text,
  appliesFrom: z.array(applicationDate).min(1),
  sources: sourceKeys,
});

export const actRole = z.strictObject({
  id: z.string(),
  title: text,
  article: text,
  description: text,
  sources: sourceKeys,
});

export const actClass = z.strictObject({
  id: z.string(),
  title: text,
  option: text.describe(
    'key of the option of the Jira field "AI Act class" that stands for it; several classes may share one',
  ),
  article: text.exactOptional().describe('where the Act speaks of it; a state of our own has none'),
  description: text,
  sources: sourceKeys,
});

/** Who is caught by a practice, and by what; without any, whoever carries it on. */
const reach = z.strictObject({ who: z.array(text).min(1), text, article: text });

export const prohibitedPractice = z.strictObject({
  id: text,
  title: text,
  description: text,
  acts: z
    .array(z.enum(['market', 'service', 'use']))
    .min(1)
    .describe('what is forbidden: to place on the market, ...'),
  reach: z.array(reach).min(1).exactOptional(),
  exceptions: z.array(text),
  appliesFrom: day,
  sources: sourceKeys,
});

export const annexThreeArea = z.strictObject({
  id: z.string(),
  title: text,
  points: z
    .array(
      z.strictObject({
        id: text,
        description: text,
        notThis: text.exactOptional(),
        onlyFor: text.exactOptional().describe('by whom the use is meant; without it, by anybody'),
        onlyWherePermitted: z.boolean().describe('listed as far as Union or national law permits the use at all'),
        sources: sourceKeys,
      }),
    )
    .min(1),
  sources: sourceKeys,
});

/** Laws of products in Annex I, and the tests by which a product under one of them makes an AI system high-risk. */
export const annexOne = z.strictObject({
  tests: z.array(z.strictObject({ id: text, text, sources: sourceKeys })).min(1),
  acts: z
    .array(
      z.strictObject({
        id: text,
        section: z
          .enum(['A', 'B'])
          .describe('A: the duties of the AI Act apply; B: the law of the product carries them, by Art. 2(2)'),
        subject: text,
        act: text,
        celex: z.string().regex(/^3\d{4}[LR]\d{4}$/),
        note: text.exactOptional(),
        sources: sourceKeys,
      }),
    )
    .min(1),
});

/** A case of Art. 6(3): it lets a listed use out where it also bears no significant risk and profiles nobody. */
export const listedUseException = z.strictObject({
  id: text,
  description: text,
  example: text,
  notThis: text,
  sources: sourceKeys,
});

/** What was on the market before a day (Art. 111); those of the same `of` stand in the order in which the first match counts. */
export const olderRule = z.strictObject({
  id: text,
  of: z.enum(['high-risk', 'model', 'marking']),
  when: text,
  effect: text,
  appliesFrom: day.exactOptional(),
  certainty,
  sources: sourceKeys,
});

export const euAiAct = z.strictObject({
  dates: z.array(actDate),
  articles: z.array(actArticle),
  roles: z.array(actRole),
  classes: z.array(actClass),
  prohibited: z.array(prohibitedPractice),
  annexOne,
  annexThree: z.array(annexThreeArea),
  exceptions: z.array(listedUseException),
  older: z.array(olderRule),
});

/** How far meeting the requirements meets the article. `screen`: helps to find a hit, cannot cure it. */
const strength = z.enum(['strong', 'partial', 'little', 'screen', 'none']);

/**
 * An article has a link for each strength. A requirement that helps much with one paragraph of several helps with the article in
 * part.
 */
export const actLink = z.strictObject({
  article: text,
  requirements: z.array(requirementId),
  strength,
  sources: sourceKeys,
});
