import { contentOfKind } from '../../../src/contract/approved-content';
import { ALGORITHM } from '../../../src/words/screens/statement/export';
import { call } from '../../shared/bridge/call';
import { namesOf } from '../../shared/hooks/use-people';
import { csvOf, reasonsOf, type StoredRow, systemOf } from './csv';
import type { Statement } from './statement';

/** The version in force as a file. */
export async function exported(
  statement: Statement,
  format: 'csv' | 'json',
): Promise<{ name: string; text: string; type: string }> {
  const version = statement.versions.find((one) => one.version === statement.inForce?.version);
  if (!version) throw new Error('No version is in force.');
  const content = await wholeContent(version.version);
  const name = `statement-of-applicability-${version.version}.${format}`;
  if (format === 'json') {
    const approval = {
      version: version.version,
      approvedOn: version.approvedOn,
      validUntil: version.validUntil,
      fingerprint: version.fingerprint,
      algorithm: ALGORITHM,
    };
    return {
      name,
      type: 'application/json',
      text: `${JSON.stringify({ content: contentOfKind('statement', content.rows), approval }, null, 2)}\n`,
    };
  }
  const people = await namesOf([...Object.values(content.people), version.by].flatMap((account) => account ?? []));
  const text = csvOf(content.rows, {
    controls: statement.rows,
    version,
    approver: people.get(version.by ?? '') ?? '',
    names: new Map(
      Object.entries(content.people).flatMap(([token, account]) => {
        const known = people.get(account);
        return known === undefined ? [] : [[token, known] as const];
      }),
    ),
    issues: await keysOf(content.rows),
    evidenceUntil: content.evidenceUntil,
  });
  return { name, type: 'text/csv', text };
}

type Content = Omit<Awaited<ReturnType<typeof contentPage>>, 'next'>;

async function wholeContent(of: number): Promise<Content> {
  const rows: StoredRow[] = [];
  const people: Record<string, string> = {};
  const evidenceUntil: Record<string, string> = {};
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<typeof contentPage>> = await contentPage(of, after);
    rows.push(...page.rows);
    Object.assign(people, page.people);
    Object.assign(evidenceUntil, page.evidenceUntil);
    after = page.next;
  }
  return { rows, people, evidenceUntil };
}
const contentPage = (of: number, after: string) => call('statement.content', { of, after });

/** Issues whose titles one call answers. */
const TITLES_AT_ONCE = 100;

/** Keys of the AI systems and issues that rows name, by item id: of those that the viewer may see. */
async function keysOf(rows: readonly StoredRow[]): Promise<ReadonlyMap<string, string>> {
  const items = rows.flatMap((row) => [systemOf(row.key), ...reasonsOf(row).flatMap(({ links }) => links)]);
  const ids = [...new Set(items.flatMap((item) => (item.startsWith('jira:') ? item.slice('jira:'.length) : [])))];
  const keys = new Map<string, string>();
  for (let start = 0; start < ids.length; start += TITLES_AT_ONCE) {
    const { issues } = await call('issues.titles', { issueIds: ids.slice(start, start + TITLES_AT_ONCE) });
    for (const { issueId, key } of issues) keys.set(`jira:${issueId}`, key);
  }
  return keys;
}
