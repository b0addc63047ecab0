import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { draftStatement, rowOf } from '../../cli/approve-statement';
import { operate } from '../../cli/operator';
import { virtualClock } from '../../local/clock';
import { type Site, startSite } from '../../local/site';
import { openDatabase } from '../../local/sqlite';
import { fingerprintOfContent } from '../../src/contract/approved-content';
import type { Output } from '../../src/contract/procedures';
import { sayWhatWasDone } from '../support/saying';
import { accountsOf, columnsWithAccounts, namesOneOf, PLACES_OF_ACCOUNTS } from '../support/stored-accounts';
import { type Figures, figuresOf } from './figures';
import { dumpSite, restoreSite } from './site-dump';

/** Every site that a released version left behind. */
const LEFT_BEHIND = readdirSync(__dirname)
  .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
  .flatMap((version) => readdirSync(join(__dirname, version)).map((name) => join(__dirname, version, name)));

const target = (row: string) => /"target_id":"([^"]+)"/.exec(row)?.[1];
/**
 * What the rules of this release count otherwise: risk criteria are a part of 6.1.1, which was implemented without; and of two conclusions
 * on one day the one that says "nonconforming" wins.
 */
const OTHERWISE: Readonly<Record<string, Partial<Figures['tiles']>>> = {
  decisions: { '6.1.1': 'in-progress', '9.1': 'nonconforming' },
  sample: { '6.1.1': 'in-progress' },
};
/** Nobody had to say what was done, so nearly all work of these sites is empty: what is implemented until somebody says it. */
const WHILE_EMPTY: Readonly<Record<string, [organisation: number, systemCells: number]>> = {
  decisions: [3, 3],
  sample: [3, 1],
};
/** One AI system of each is triaged, which those versions did not tell apart. */
const BY_TRIAGE = 1;
const NIGHT_MS = 24 * 3_600_000;

describe.each(LEFT_BEHIND)('%s', (folder) => {
  const { at, ...told } = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as Figures & { at: number };
  const before = { ...told, systemCells: { ...told.systemCells, byTriage: BY_TRIAGE } };
  let data: string;
  let site: Site;

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'plumbline-released-'));
    restoreSite(folder, data);
    site = await startSite({ root: process.cwd(), clock: virtualClock(at), data });
  });
  afterEach(async () => {
    await site.close();
    rmSync(data, { recursive: true });
  });

  test('shows the figures that it showed', async () => {
    expect(await figuresOf(site)).toEqual(before);
  });

  test('shows them after a night in which everything was looked at, once finished work says what was done, but for what rules count otherwise now', async () => {
    await site.lifecycle('upgraded');
    await site.settle({ within: 3_600_000 });
    await site.runSchedule('every-night');
    await site.settle({ within: NIGHT_MS / 2 });
    const empty = await figuresOf(site);
    expect([empty.organisation.implemented, empty.systemCells.implemented]).toEqual(WHILE_EMPTY[basename(folder)]);
    await sayWhatWasDone(site);
    const tiles = { ...before.tiles, ...OTHERWISE[basename(folder)] };
    const organisation = { ...before.organisation, implemented: (before.organisation.implemented ?? 0) - 1 };
    expect(await figuresOf(site)).toEqual({ ...before, organisation, tiles });
  });

  test('goes on where it was cut off while its rows were copied', async () => {
    const copies = [
      /^INSERT INTO item /,
      /^INSERT INTO coverage_cell /,
      /^INSERT INTO person /,
      /^INSERT INTO aims_decision /,
      /^INSERT INTO coverage_history /,
      /^UPDATE decision /,
      /^UPDATE setup_step /,
      /^INSERT INTO approval_entry /,
    ];
    const cut: string[] = [];
    site.faults.killWorkerAt(({ kind, text }) => {
      const copy = kind === 'sql' ? copies.find((one) => one.test(text) && !cut.includes(String(one))) : undefined;
      if (copy === undefined) return null;
      cut.push(String(copy));
      return 'after';
    });
    for (let attempt = 0; attempt < copies.length; attempt += 1) await expect(figuresOf(site)).rejects.toThrow();
    expect(cut).toEqual(copies.map(String));
    expect(await figuresOf(site)).toEqual(before);
    await keepsWhoDecidedWhat();
  });

  test('finds AI systems by their class as it did', async () => {
    await site.lifecycle('upgraded');
    await site.settle({ within: 3_600_000 });
    const line = readFileSync(join(folder, 'app.jsonl'), 'utf8').split('\n');
    const were = line.filter((row) => /"role":"classed"/.test(row) && /"gone":"?0/.test(row)).map((row) => target(row));
    const rows = await site.sql(
      "SELECT target_id FROM item_reference WHERE role IN ('classed', 'chosen') AND target_id NOT LIKE 'ai-act-role=%'",
    );
    expect(were.length).toBeGreaterThan(0);
    expect(rows.map(({ target_id }) => target_id).sort()).toEqual(were.map((word) => `ai-act-class=${word}`).sort());
  });

  test('keeps every decision with its id', async () => {
    await site.lifecycle('upgraded');
    await site.settle({ within: 3_600_000 });
    const ids = (text: string) => [...text.matchAll(/"decision_id":"([^"]+)"/g)].map((match) => match[1]).sort();
    const were = ids(readFileSync(join(folder, 'app.jsonl'), 'utf8'));
    const rows = await site.sql(
      "SELECT decision_id FROM aims_decision WHERE kind <> 'second-person-due' ORDER BY decision_id",
    );
    expect(were.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.decision_id)).toEqual(were);
  });

  test('counts what one person alone decided for 60 days more, and says so', async () => {
    await site.lifecycle('upgraded');
    await site.settle({ within: 3_600_000 });
    await site.runSchedule('every-night');
    await site.settle({ within: NIGHT_MS / 2 });
    const triaged = await triagesSaid();
    expect(triaged).toEqual([['iso42001/8.4', 'implemented', ['impact-assessment-waived', 'triage-by-one-person']]]);
    expect((await inCommonSaid()).length).toBeGreaterThan(0);
    const began = site.clock.now();
    await site.close();
    site = await startSite({ root: process.cwd(), clock: virtualClock(began + 61 * NIGHT_MS), data });
    await site.runSchedule('every-five-minutes');
    await site.settle({ within: 3_600_000 });
    expect(await triagesSaid()).toEqual([['iso42001/8.4', 'gap', ['nothing-linked']]]);
    expect(await inCommonSaid()).toEqual([]);
  });

  /** 8.4 of each AI system that 0.1.0 triaged as "none needed". */
  async function triagesSaid(): Promise<[string, unknown, string[]][]> {
    const rows = await site.sql(
      `SELECT c.requirement_id, c.state, c.reasons FROM coverage_cell c JOIN aims_decision d ON d.subject = c.scope
       WHERE d.kind = 'impact-triage' AND d.body LIKE '%"needed":false%' AND c.requirement_id = 'iso42001/8.4'`,
    );
    return rows.map(({ requirement_id, state, reasons }) => [
      String(requirement_id),
      state,
      (JSON.parse(String(reasons)) as { code: string }[]).map(({ code }) => code),
    ]);
  }

  /** Cells that rest on what one person alone decided to be met in common. */
  const inCommonSaid = () =>
    site.sql(
      "SELECT scope FROM coverage_cell WHERE reasons LIKE '%in-common-by-one-person%' AND state <> 'out-of-scope'",
    );

  test('has its approved decisions as versions of the Statement, whose reasons have no kind yet', async () => {
    const line = readFileSync(join(folder, 'app.jsonl'), 'utf8').split('\n');
    const approvals = line.filter((row) => row.startsWith('{"table":"decision"') && row.includes('"soa-approval"'));
    const { call } = operate(site);
    const ask = <Answer>(name: string, payload: unknown) => call<Answer>('aims-project', name, payload);
    const statement = await ask<Output<'statement.read'>>('statement.read', {});
    expect(approvals.length).toBeGreaterThan(0);
    expect(statement.versions).toHaveLength(approvals.length);
    const newest = statement.inForce?.version ?? 0;
    const frozen = (JSON.parse(approvals.at(-1) ?? '') as { row: { body: string } }).row.body;
    const { decisions } = JSON.parse(frozen) as { decisions: { requirementId: string; reason: string }[] };
    const { rows } = await ask<Output<'statement.content'>>('statement.content', { of: newest, after: '' });
    expect(rows).toHaveLength(decisions.length);
    for (const { reason } of decisions) expect(JSON.stringify(rows)).toContain(JSON.stringify(reason));
    expect(statement.open.some(({ code }) => code === 'not-typed')).toBe(true);
    expect(await fingerprintOfContent('statement', rows)).toBe(statement.versions[newest - 1]?.fingerprint);
  });

  test('knows who decided what by a token, which stands for an account in one place', async () => {
    await site.lifecycle('upgraded');
    await site.settle({ within: 3_600_000 });
    await keepsWhoDecidedWhat();
    const ask = <Answer>(name: string, payload: unknown, accountId: string) =>
      operate(site).call<Answer>('aims-project', name, payload, accountId);
    await draftStatement(ask, [rowOf('iso42001/A.8.4', true, 'Asked for.')], 'admin');
    await site.settle({ within: 3_600_000 });
    expect(await columnsWithAccounts(site)).toEqual(PLACES_OF_ACCOUNTS);
    const kept = openDatabase(join(data, 'host.sqlite'));
    const values = kept.all('SELECT key, value FROM kvs').flatMap(({ key, value }) => [key, value]);
    kept.close();
    const accounts = await accountsOf(site);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => namesOneOf(accounts, value))).toEqual([]);
  });

  async function keepsWhoDecidedWhat(): Promise<void> {
    const were = readFileSync(join(folder, 'app.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{"table":"decision"'))
      .map((line) => (JSON.parse(line) as { row: { decision_id: string; account_id: string } }).row)
      .map(({ decision_id, account_id }) => ({ decision_id, account_id }));
    const are = await site.sql(
      'SELECT d.decision_id, p.account_id FROM aims_decision d JOIN person p ON p.token = d.person ORDER BY d.decision_id',
    );
    expect(are).toEqual(were.sort((a, b) => (a.decision_id < b.decision_id ? -1 : 1)));
  }
});

test('a dump that is restored and dumped again is the same', () => {
  const [folder] = LEFT_BEHIND;
  const data = mkdtempSync(join(tmpdir(), 'plumbline-released-'));
  restoreSite(String(folder), join(data, 'site'));
  dumpSite(join(data, 'site'), join(data, 'text'));
  for (const file of readdirSync(join(data, 'text')))
    expect(readFileSync(join(data, 'text', file), 'utf8')).toBe(readFileSync(join(String(folder), file), 'utf8'));
  rmSync(data, { recursive: true });
});
