import { z } from 'zod';
import type { Faults } from '../faults';
import { HttpRefused } from './exchange';

const product = z.enum(['jira', 'confluence']);
const rateLimit = z.strictObject({
  product: product.exactOptional(),
  reason: z
    .enum([
      'jira-quota-global-based',
      'jira-quota-tenant-based',
      'jira-burst-based',
      'jira-per-issue-on-write',
      'confluence-quota-global-based',
      'confluence-quota-tenant-based',
      'confluence-burst-based',
    ])
    .exactOptional(),
  calls: z.number().int().min(1).exactOptional(),
  retryAfterSeconds: z.number().min(0).exactOptional(),
});

const outage = z.strictObject({
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
  unavailable: z.partialRecord(product, outage.nullable()).optional(),
  slow: z.partialRecord(product, z.number().min(0).max(60_000)).optional(),
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
  if (wanted.rateLimit === null) for (const name of product.options) faults.rateLimit(null, name);
  else if (wanted.rateLimit) {
    const { product: name, ...fault } = wanted.rateLimit;
    faults.rateLimit(fault, name);
  }
  for (const name of product.options) {
    const down = wanted.unavailable?.[name];
    const slow = wanted.slow?.[name];
    if (down !== undefined) faults.unavailable(name, down);
    if (slow !== undefined) faults.slowProduct(name, slow);
  }
  return wanted;
}
