import { kvs, WhereConditions } from '@forge/kvs';
import { chunks } from './sql';

/**
 * What events and decisions left to be read or recounted: a key for each subject of a mark (`store/mark.ts`), until the
 * writer has marked it. A thousand events at once are a thousand keys and no statement, and an event that repeats is
 * none. Queries of keys are eventually consistent (developer.atlassian.com/platform/forge/storage-reference/kvs): what
 * one query does not show yet, the next one does, and the five-minute schedule looks.
 */
const PREFIX = 'waiting:';
const BATCH = 25;
/** Most keys of one query. */
const PAGE = 100;

/** Keys hold fewer characters than subjects may, so the subject itself is the value. */
const keyOf = (subject: string): string => PREFIX + subject.replaceAll(/[^a-zA-Z0-9:._-]/g, '#');

/** @throws Error when the store refuses a key; nothing is known to wait then */
export async function note(subjects: readonly string[]): Promise<void> {
  const [only] = subjects;
  if (subjects.length === 1 && only !== undefined) return kvs.set(keyOf(only), only);
  for (const chunk of chunks(subjects, BATCH)) {
    const { failedKeys } = await kvs.batchSet(chunk.map((subject) => ({ key: keyOf(subject), value: subject })));
    if (failedKeys.length > 0) throw new Error(`The key-value store refused ${failedKeys.length} notes.`);
  }
}

/** Subjects that wait, at most 100. */
export async function waiting(): Promise<string[]> {
  const { results } = await kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(PAGE).getMany<string>();
  return results.map(({ value }) => value);
}

/** Forgets notes of what is marked. Before the products are read: an event that comes after that is noted anew. */
export async function forgetNotes(subjects: readonly string[]): Promise<void> {
  for (const chunk of chunks(subjects, BATCH)) await kvs.batchDelete(chunk.map((subject) => ({ key: keyOf(subject) })));
}

const GATHERING = 'gathering';

/** The instant at which a collection that was asked for begins; 0 while none is. */
export async function gatheringAt(): Promise<number> {
  return (await kvs.get<number>(GATHERING)) ?? 0;
}

export async function setGathering(at: number): Promise<void> {
  await kvs.set(GATHERING, at);
}
