import type { MatchedRow } from '../../domain/import/match-rows';
import { type MaybeRenamed, type MissingSystem, maybeRenamed } from '../../domain/import/renamed';
import { readWritten } from '../../jira/written-issue';
import type { Configuration } from '../../store/configuration';
import type { Import, ImportedIssue } from '../../store/import';
import { plainValue } from './plain-value';

type FreshRow = MatchedRow['row'] & { origin: string };

/** What a person says of a row that is no known AI system; else the id of the one that it is. */
const ANOTHER = 'another';

export interface Renames {
  /** Every row that may be a missing one, answered or not. */
  asked: MaybeRenamed<FreshRow>[];
  /** Rows that a person said are the same: what the old origin named, the new one names from now on. */
  same: { from: string; to: string }[];
  /** Rows that nobody has answered for, by line, with the origins that they may be: nothing is done about either. */
  open: ReadonlyMap<number, readonly string[]>;
}

/**
 * Looks for rows that may be rows of earlier imports under a new name. Jira is asked only where rows are missing and others
 * are new.
 * @param matched the rows with the origins that they would have without a rename
 * @param gone issues that are not in Jira any more
 */
export async function findRenames(
  matched: readonly MatchedRow[],
  imported: ReadonlyMap<string, ImportedIssue>,
  gone: ReadonlySet<string>,
  answers: Import['answers'],
  configuration: Configuration,
): Promise<Renames> {
  const repeated = new Set<string>();
  const seen = new Set<string>();
  for (const { row } of matched) (seen.has(row.identity) ? repeated : seen).add(row.identity);
  const fresh = matched.flatMap(({ origin, row }): FreshRow[] =>
    origin === null || imported.has(origin) || repeated.has(row.identity) ? [] : [{ ...row, origin }],
  );
  const taken = new Set(matched.flatMap(({ origin, candidates }) => (origin === null ? candidates : [origin])));
  const missing = [...imported.values()].filter(
    ({ origin, issueId }) => !origin.includes('/') && !taken.has(origin) && !gone.has(issueId),
  );
  if (fresh.length === 0 || missing.length === 0) return { asked: [], same: [], open: new Map() };
  const asked = maybeRenamed(fresh, await describe(missing, configuration));
  return { asked, ...answered(asked, answers) };
}

function answered(
  asked: readonly MaybeRenamed<FreshRow>[],
  { renamed }: Import['answers'],
): Pick<Renames, 'same' | 'open'> {
  const said = new Map(renamed.map(({ line, is }) => [line, is]));
  const same: Renames['same'] = [];
  const open = new Map<number, readonly string[]>();
  const spent = new Set<string>();
  for (const { row, candidates } of asked) {
    const answer = said.get(row.line);
    if (answer === ANOTHER) continue;
    // One system cannot be two rows: only the first of them is it.
    const system = candidates.find(({ issueId, origin }) => issueId === answer && !spent.has(origin));
    if (system) {
      spent.add(system.origin);
      same.push({ from: system.origin, to: row.origin });
    } else
      open.set(
        row.line,
        candidates.map(({ origin }) => origin),
      );
  }
  return { same, open };
}

/** What earlier imports made, with the origins that answers give it. */
export function rekeyed(
  imported: ReadonlyMap<string, ImportedIssue>,
  same: Renames['same'],
): Map<string, ImportedIssue> {
  const to = new Map(same.map((pair) => [pair.from, pair.to]));
  return new Map(
    [...imported.values()].map((issue): [string, ImportedIssue] => {
      const [row = '', ...part] = issue.origin.split('/');
      const origin = [to.get(row) ?? row, ...part].join('/');
      return [origin, { ...issue, origin }];
    }),
  );
}

/** What Jira says of the systems; those that it does not have are left out. */
async function describe(missing: readonly ImportedIssue[], { fields }: Configuration): Promise<MissingSystem[]> {
  const [purpose = '', owner = '', vendor = ''] = ['intended-purpose', 'owner-unit', 'vendor'].map(
    (key) => fields[key],
  );
  const found = await readWritten(
    missing.map(({ issueId }) => issueId),
    ['summary', purpose, owner, vendor].filter((id) => id !== ''),
  );
  return missing.flatMap(({ origin, issueId }): MissingSystem[] => {
    const issue = found.get(issueId);
    if (!issue) return [];
    const text = (fieldId: string) => plainValue(issue.fields[fieldId]);
    return [
      { origin, issueId, name: text('summary'), purpose: text(purpose), owner: text(owner), vendor: text(vendor) },
    ];
  });
}
