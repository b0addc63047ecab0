import { resolve } from 'node:path';
import { gapAnalysis } from '../../cli/gap-analysis/gap-analysis';
import { readInventoryFile } from '../../cli/inventory-file';
import { type Entries, Journal, type Kind } from '../../local/host/journal';

/** What `npm run gap-analysis` weighs, in bytes. */
export interface CommandWeight {
  /** The largest of all invocations of the app. */
  invocation: number;
  /** The most memory that the process took at any moment. */
  process: number;
  points: number;
  issues: number;
}

const KIB = 1_024;

/** Does what `npm run gap-analysis -- FILE` does, and prints what it weighed instead of the analysis. */
async function main(): Promise<void> {
  let invocation = 0;
  const { add } = Journal.prototype;
  // The journal keeps the newest invocations alone; the largest may be older.
  Journal.prototype.add = function <K extends Kind>(this: Journal, kind: K, entry: Entries[K]): void {
    if (kind === 'invocation') invocation = Math.max(invocation, (entry as Entries['invocation']).memory ?? 0);
    add.call(this, kind, entry);
  };
  const root = resolve(__dirname, '../..');
  const file = readInventoryFile(String(process.argv[2]), root, null);
  const { points, issues } = await gapAnalysis(file, file.asOf ?? '2024-12-16', root);
  const weight: CommandWeight = { invocation, process: process.resourceUsage().maxRSS * KIB, points, issues };
  process.stdout.write(JSON.stringify(weight));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
