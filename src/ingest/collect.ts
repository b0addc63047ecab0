import type { Context } from '../context';
import { subjectsTell } from '../store/mark';
import { setGathering, waiting } from '../store/waiting';
import { MARGIN_MILLISECONDS, type Pause, SOON } from './pause';
import { writeItems } from './write-items';
import { writeRecount } from './writer';

/**
 * Takes in what waits, a hundred notes at a time: items first, whose reading may touch the same cells. Each note is
 * forgotten when its subject is marked and before anything is read, so an event always leaves a note, a mark or both.
 */
export async function collect(context: Context): Promise<Pause> {
  // From here on whoever notes something asks anew: it may be too late for the last look below.
  await setGathering(0);
  const taken = new Set<string>();
  for (;;) {
    if (context.remaining() < MARGIN_MILLISECONDS) return SOON;
    // A query may still show what was forgotten: nothing is taken twice in one run.
    const noted = (await waiting()).filter((subject) => !taken.has(subject));
    if (noted.length === 0) return null;
    await takeIn(noted, context);
    for (const subject of noted) taken.add(subject);
  }
}

async function takeIn(noted: readonly string[], context: Context): Promise<void> {
  const { items, systems, requirements, everySystem } = subjectsTell(noted);
  if (items.length > 0) await writeItems(items, context, true);
  const units = noted.filter((subject) => !subject.startsWith('item:'));
  if (units.length === 0) return;
  await writeRecount({ systems: new Set(systems), requirements: new Set(requirements), everySystem }, context, units);
}
