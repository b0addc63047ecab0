import { z } from 'zod';
import type { Clock } from '../../seam';
import { empty, json } from '../answer';
import type { Invocation } from '../invocation';
import type { Journal } from '../journal';
import { type Limits, Window } from '../limits';
import type { Manifest } from '../manifest';
import type { Answer } from '../worker/protocol';
import type { QueueStore } from './store';

/** developer.atlassian.com/platform/forge/limits-async-events: a delay of at most 15 minutes. */
const LONGEST_DELAY_S = 900;
/** A consumer that may run longer than this takes smaller bodies. */
const SHORT_CONSUMER_S = 55;

const event = z.object({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().min(0).max(LONGEST_DELAY_S).optional(),
  concurrency: z.object({ key: z.string().min(1), limit: z.number().int().min(1) }).optional(),
});
const push = z.object({ queueName: z.string(), jobId: z.string(), payload: z.array(event).min(1) });
const question = z.object({ queueName: z.string(), jobId: z.string() });

/** The HTTP API behind `Queue` of `@forge/events`: publish, stats, cancel. */
export class QueueApi {
  private readonly pushes: Window;
  constructor(
    private readonly manifest: Manifest,
    private readonly limits: Limits,
    private readonly store: QueueStore,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly pushed: () => void,
  ) {
    this.pushes = new Window(limits.pushesPerMinute, 60_000);
  }

  serve(path: string, body: string | null, invocation: Invocation): Answer {
    const answer = this.route(path, body, invocation);
    this.journal.add('queue', { at: this.clock.now(), path, status: answer.status, events: 0 });
    return answer;
  }

  private route(path: string, body: string | null, invocation: Invocation): Answer {
    const request: unknown = JSON.parse(body ?? '{}');
    if (path.startsWith('/webhook/queue/publish/')) return this.publish(request, body ?? '', invocation);
    const asked = question.safeParse(request);
    if (!asked.success) return json(400, { code: 400, message: z.prettifyError(asked.error) });
    const { jobId, queueName } = asked.data;
    if (path.startsWith('/webhook/queue/stats/')) {
      const stats = this.store.stats(jobId, queueName);
      return stats
        ? json(200, stats)
        : json(404, { code: 404, message: `Job ${jobId} does not exist in ${queueName}.` });
    }
    if (path.startsWith('/webhook/queue/cancel/')) {
      if (!this.store.stats(jobId, queueName))
        return json(404, { code: 404, message: `Job ${jobId} does not exist in ${queueName}.` });
      this.store.cancel(jobId);
      return empty(204);
    }
    return json(404, { code: 404, message: `The local host has no ${path}.` });
  }

  private publish(request: unknown, text: string, invocation: Invocation): Answer {
    const read = push.safeParse(request);
    if (!read.success) return json(400, { code: 400, message: z.prettifyError(read.error) });
    const { queueName, jobId, payload } = read.data;
    const consumers = this.manifest.consumers.filter((consumer) => consumer.queue === queueName);
    if (consumers.length === 0)
      return json(400, { code: 400, message: `manifest.yml has no consumer for the queue ${queueName}.` });
    if (payload.length > this.limits.pushEvents)
      return json(400, { code: 400, message: `A push holds at most ${this.limits.pushEvents} events.` });
    if (Buffer.byteLength(text) > this.limits.pushBytes + 1_024)
      return json(413, { errorMessage: `A push holds at most ${this.limits.pushBytes} bytes.` });
    if (invocation.chain + 1 > this.limits.chain)
      return json(405, { code: 405, message: `One start may lead to ${this.limits.chain} pushes.` });
    const now = this.clock.now();
    // 500 events a minute, counted an event at a time.
    if (!payload.every(() => this.pushes.admit(now)))
      return json(429, { code: 429, message: 'Too many events a minute.' });
    for (const consumer of consumers) {
      const slow = (this.manifest.functions.get(consumer.function)?.timeoutSeconds ?? 0) > SHORT_CONSUMER_S;
      const heavy =
        slow &&
        payload.find((entry) => Buffer.byteLength(JSON.stringify(entry.body)) > this.limits.longConsumerBodyBytes);
      if (heavy)
        return json(413, {
          errorMessage: `The body of an event for a function that may run longer than ${SHORT_CONSUMER_S} s has at most ${this.limits.longConsumerBodyBytes} bytes.`,
        });
    }
    this.store.transaction(() => {
      this.store.openJob(jobId, queueName, payload.length * consumers.length);
      for (const consumer of consumers) {
        for (const entry of payload) {
          const eventId = crypto.randomUUID();
          this.store.add({
            kind: 'consumer',
            module: consumer.key,
            queue: queueName,
            jobId,
            eventId,
            body: entry.body,
            concurrency: entry.concurrency ?? null,
            delayInSeconds: entry.delayInSeconds ?? null,
            due: now + (entry.delayInSeconds ?? 0) * 1_000,
            first: now,
            chain: invocation.chain + 1,
          });
          this.journal.add('job', { at: now, queue: queueName, eventId, state: 'pushed' });
        }
      }
    });
    this.pushed();
    return json(201, {});
  }
}
