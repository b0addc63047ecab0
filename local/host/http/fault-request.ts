import { z } from 'zod';
import type { Faults } from '../faults';
import { HttpRefused } from './exchange';

const rateLimit = z.strictObject({
  reason: z
    .enum(['jira-quota-global-based', 'jira-quota-tenant-based', 'jira-burst-based', 'jira-per-issue-on-write'])
    .exactOptional(),
  calls: z.number().int().min(1).exactOptional(),
  retryAfterSeconds: z.number().min(0).exactOptional(),
});

/** The faults that can be set from the shell's drawer; the others need a predicate and are for tests. */
const request = z.strictObject({
  loseEvents: z.number().min(0).max(1).optional(),
  repeatEvents: z.number().int().min(0).max(10).optional(),
  shuffleEvents: z.boolean().optional(),
  delayEvents: z.number().min(0).max(180_000).optional(),
  sqlDelay: z.number().min(0).max(10_000).optional(),
  ignoreConcurrency: z.boolean().optional(),
  rateLimit: rateLimit.nullable().optional(),
  clear: z.literal(true).optional(),
});

/** Sets what the request names and answers it. */
export function setFaults(faults: Faults, body: unknown): z.infer<typeof request> {
  const read = request.safeParse(body);
  if (!read.success) throw new HttpRefused(400, z.prettifyError(read.error));
  const wanted = read.data;
  if (wanted.clear) faults.clear();
  if (wanted.loseEvents !== undefined) faults.loseEvents(wanted.loseEvents);
  if (wanted.repeatEvents !== undefined) faults.repeatEvents(wanted.repeatEvents);
  if (wanted.shuffleEvents !== undefined) faults.shuffleEvents(wanted.shuffleEvents);
  if (wanted.delayEvents !== undefined) faults.delayEvents(wanted.delayEvents);
  if (wanted.sqlDelay !== undefined) faults.sqlDelay(wanted.sqlDelay);
  if (wanted.ignoreConcurrency !== undefined) faults.ignoreConcurrency(wanted.ignoreConcurrency);
  if (wanted.rateLimit !== undefined) faults.rateLimit(wanted.rateLimit);
  return wanted;
}
