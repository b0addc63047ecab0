import { z } from 'zod';
import { text } from './atoms';

/** Source of the shape of what `controls/decisions/` holds: what people decide, as it stands before they do. */

const effect = z.strictObject({ means: text, sign: text });
const acceptor = z.enum(['aims-approvers', 'top-management', 'nobody']).describe('who may accept what remains');
const number = (most: number) => z.number().int().min(1).max(most);

/** Rows of the risk criteria, by the first word of their key. */
export const criteriaRows = {
  rating: z.strictObject({ words: text }),
  likelihood: z.strictObject({ word: text, often: text, sign: text }),
  consequence: z.strictObject({ word: text, organisation: effect, individuals: effect, society: effect }),
  threshold: z.strictObject({ level: number(25) }),
  band: z.strictObject({ to: number(25), says: text, do: text, who: acceptor, months: number(12) }),
  interval: z.strictObject({ months: number(36) }),
  opportunities: z.strictObject({ words: text }),
};

const { rating, likelihood, consequence, threshold, band, interval, opportunities } = criteriaRows;

/** Risk criteria (6.1.1, 6.1.2), complete: reading and approving suffices. */
export const riskCriteria = z.strictObject({
  id: z.literal('criteria'),
  version: z.number(),
  title: text,
  source: z.literal('ours'),
  notice: text,
  rows: z.strictObject({
    rating,
    'likelihood/1': likelihood,
    'likelihood/2': likelihood,
    'likelihood/3': likelihood,
    'likelihood/4': likelihood,
    'likelihood/5': likelihood,
    'consequence/1': consequence,
    'consequence/2': consequence,
    'consequence/3': consequence,
    'consequence/4': consequence,
    'consequence/5': consequence,
    threshold,
    'band/low': band,
    'band/moderate': band,
    'band/high': band,
    'band/very-high': band,
    interval,
    opportunities,
  }),
});
