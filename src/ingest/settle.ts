import type { Context } from '../context';
import { ORGANISATION } from '../domain/coverage/cell';
import { cellsDue } from '../store/cell';
import { MARKS_AT_ONCE, openMarks, subjectsTell } from '../store/mark';
import { nextLook, readAhead, setNextLook } from '../store/next-look';
import { waiting } from '../store/waiting';
import { collect } from './collect';
import { MARGIN_MILLISECONDS, type Pause, SOON } from './pause';
import { writeItems } from './write-items';
import { BATCH, writeRecount } from './writer';

/** Brings everything up to date that is noted, marked or due. */
export async function settleAll(context: Context): Promise<Pause> {
  return (
    (await collect(context)) ??
    (await settleMarks(context)) ??
    (await recountDue(context)) ??
    (await lookAhead(context))
  );
}

/** Whether the five-minute schedule has anything to ask for. Costs two reads of the key-value store, and no statement. */
export async function isWorkDue(now: number): Promise<boolean> {
  return (await nextLook()) <= now || (await waiting()).length > 0;
}

/**
 * Says when the schedule has to look next: at the beginning of the day on which a cell changes by itself, and at once
 * while something is marked, such as pages that cannot be read.
 */
async function lookAhead(context: Pick<Context, 'now' | 'zone' | 'today'>): Promise<null> {
  const today = context.today();
  const { openMarks, nextChange } = await readAhead(today);
  if (openMarks > 0) return null;
  await setNextLook(nextChange === null ? NEVER : context.zone.startOf(nextChange));
  // What was marked between the two may have found the old note and left it: looked at again now that the new one stands.
  if ((await readAhead(today)).openMarks > 0) await setNextLook(context.now());
  return null;
}

/** No cell changes by itself: whoever marks lowers it. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** Goes on from marks that a crash left, items first: reading them again may touch more cells. Pages come last. */
async function settleMarks(context: Context): Promise<Pause> {
  for (;;) {
    const marks = await openMarks(MARKS_AT_ONCE, 'all-but-pages');
    if (marks.length === 0) break;
    if (context.remaining() < MARGIN_MILLISECONDS) return SOON;
    const { items, systems, requirements } = subjectsTell(marks);
    await writeItems(items.slice(0, BATCH), context);
    if (items.length > BATCH) continue;
    if (systems.length + requirements.length > 0)
      await writeRecount(
        { systems: new Set(systems), requirements: new Set(requirements), everySystem: false },
        context,
      );
  }
  await writeItems(subjectsTell(await openMarks(BATCH, 'pages')).items, context);
  return null;
}

/** Recounts the cells whose state changes by itself today: evidence lapses, an acceptance expires. */
async function recountDue(context: Context): Promise<Pause> {
  const recounted = new Set<string>();
  for (;;) {
    const due = await cellsDue(context.today(), 500);
    if (due.length === 0) return null;
    if (context.remaining() < MARGIN_MILLISECONDS) return SOON;
    // A cell that is due again at once would be due for ever.
    const before = recounted.size;
    for (const { scope, requirementId } of due) recounted.add(`${scope} ${requirementId}`);
    if (recounted.size === before) {
      context.log.error('cells-due-again', { cells: due.length });
      return null;
    }
    const organisation = due.filter(({ scope }) => scope === ORGANISATION).map(({ requirementId }) => requirementId);
    const systems = due.filter(({ scope }) => scope !== ORGANISATION).map(({ scope }) => scope);
    await writeRecount({ systems: new Set(systems), requirements: new Set(organisation), everySystem: false }, context);
  }
}
