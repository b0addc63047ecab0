import { approveInCommon } from '../../cli/approve-in-common';
import { approveStatement, draftStatement, rowOf } from '../../cli/approve-statement';
import { draftTriage, NONE_NEEDED } from '../../cli/approve-triage';
import { groupNamed } from '../../cli/group-named';
import { importInventory, type Operator } from '../../cli/operator';
import { policyFingerprint } from '../../cli/policy-fingerprint';
import { aSecondLater } from '../../cli/sample/later';
import { EVERYBODY } from '../../cli/sample/people';
import type { Seeded } from '../../cli/sample/seed';
import type { Site } from '../../local/site';

type App = (name: string, payload: unknown, by: string) => Promise<void>;

/** Adds to the sample organisation what it lacks, so that every kind of decision, approval and acknowledgement is there. */
export async function decideEverything(site: Site, operator: Operator, seeded: Seeded): Promise<void> {
  const app: App = async (name, payload, by) => {
    await operator.call('aims-project', name, payload, seeded.accounts.get(by) ?? '');
    await aSecondLater(site);
  };
  const issue = (name: string) => seeded.issues.get(name) ?? '';
  await applicability(operator, seeded);
  await secondPersons(app, operator, seeded);
  await conclusions(app, issue('flood'), new Date(site.clock.now()).toISOString().slice(0, 10));
  await policyAnew(site, operator, app);
  await operator.call('aims-admin', 'settings.save', { figuresShownTo: 'everybody' });
  await importRows(site, operator, seeded.projects.PRICE);
  await site.settle({ within: 3_600_000 });
}

/** A triage that nobody submitted, and something met in common whose approval is withdrawn. */
async function secondPersons(app: App, { call }: Operator, { accounts, issues }: Seeded): Promise<void> {
  const ask = <Answer>(name: string, payload: unknown, accountId: string) =>
    call<Answer>('aims-project', name, payload, accountId);
  const [by, approver] = [accounts.get('ines') ?? '', accounts.get('sofia') ?? ''];
  await draftTriage(ask, issues.get('broker-mail') ?? '', NONE_NEEDED.slice(0, 4), by);
  const issueId = issues.get('logging') ?? '';
  const inCommon = {
    issueId,
    requirementId: 'iso42001/A.6.2.8',
    systems: { which: 'every', reason: 'Every AI system writes to it by now.' },
  } as const;
  await approveInCommon(ask, inCommon, { by, approver });
  const withdrawal = { kind: 'in-common', subject: `jira:${issueId}/${inCommon.requirementId}`, version: 2 };
  await app('approval.withdraw', { ...withdrawal, reason: 'The bought chat does not.' }, 'sofia');
}

/** A second approved Statement of Applicability, and a row that is newer than it. */
async function applicability({ call }: Operator, { accounts }: Seeded): Promise<void> {
  const ask = <Answer>(name: string, payload: unknown, accountId: string) =>
    call<Answer>('aims-project', name, payload, accountId);
  const [by, approver] = [accounts.get('ines') ?? '', accounts.get('sofia') ?? ''];
  const brokers = rowOf('iso42001/A.10.4', true, 'Brokers use the tariff model from this year on.');
  await approveStatement(ask, [brokers], { by, approver });
  await draftStatement(ask, [rowOf('iso42001/A.8.4', false, 'Under discussion.')], by);
}

async function conclusions(app: App, system: string, day: string): Promise<void> {
  const conclude = (more: Record<string, unknown>) =>
    app(
      'conclusion.record',
      {
        systemIssueId: null,
        result: 'conforms',
        concludedOn: day,
        validUntil: null,
        sample: 'Two of the five newest records.',
        ...more,
      },
      'ruth',
    );
  const external = { kind: 'external-audit', auditBody: 'Acme Certification', report: 'Report 2026-17' };
  await conclude({ requirementId: 'iso42001/9.1', ...external, result: 'nonconforming' });
  await conclude({ requirementId: 'iso42001/9.1', ...external, validUntil: '2027-06-30' });
  await conclude({ requirementId: 'iso42001/5.1', kind: 'independent-check', result: 'not-sampled' });
  await conclude({ requirementId: 'iso42001/A.6.2.4', kind: 'independent-check', systemIssueId: system });
}

/** The policy is written anew and approved once more; some people have read it since. */
async function policyAnew(site: Site, operator: Operator, app: App): Promise<void> {
  const { results } = await operator.rest<{
    results: {
      id: string;
      title: string;
      version: { number: number };
      body: { atlas_doc_format: { value: string } };
    }[];
  }>('GET', '/wiki/api/v2/pages?body-format=atlas_doc_format&limit=100');
  const page = results.find(({ title }) => title === 'AI Policy');
  if (!page) throw new Error('The sample organisation has no AI Policy.');
  const number = page.version.number + 1;
  const value = page.body.atlas_doc_format.value.replace('"text":"', '"text":"From this year on: ');
  const { id, title } = page;
  const body = { representation: 'atlas_doc_format', value };
  await operator.rest('PUT', `/wiki/api/v2/pages/${id}`, { id, status: 'current', title, body, version: { number } });
  const reviewDue = new Date(site.clock.now() + 300 * 86_400_000).toISOString().slice(0, 10);
  const version = { pageId: id, pageVersion: number };
  const fingerprint = await policyFingerprint((path) => operator.rest('GET', path), version);
  const audience = { groups: [await groupNamed((path) => operator.rest('GET', path), EVERYBODY)] };
  await app('policy.approve', { ...version, audience, reviewDue, fingerprint }, 'sofia');
  await site.settle();
  for (const who of ['ines', 'ruth', 'ruth']) await app('policy.acknowledge', { pageId: id, pageVersion: number }, who);
}

/** A third project is set up by an import, and one row is imported a second time with a change. */
async function importRows(site: Site, operator: Operator, projectId: string): Promise<void> {
  const columns = await columnsOf(operator, projectId);
  const row = (line: number, cells: Record<string, string>) => ({
    line,
    cells: { ...Object.fromEntries(columns.map((column) => [column, ''])), ...cells },
  });
  const quotes = { Name: 'Quote chat', Owner: 'Sales', Stage: 'Operation', 'Impact assessment': 'Yes' };
  const tariff = { Name: 'Tariff check', Owner: 'Actuaries', Stage: 'Development', 'Impact assessment': 'No' };
  const file = (rows: ReturnType<typeof row>[]) => ({ mapping: 'generic', asOf: null, columns, rows });
  await importInventory(site, operator, projectId, file([row(2, quotes), row(3, tariff)]), '2026-10-01');
  await importInventory(site, operator, projectId, file([row(2, { ...quotes, Owner: 'Brokers' })]), '2026-11-01');
}

/** The plain mapping's columns, as the refusal of a header that has none of them names them. */
async function columnsOf(operator: Operator, projectId: string): Promise<string[]> {
  const start = { projectId, mapping: 'generic', columns: ['x'], asOf: '2026-10-01' };
  const refusal = await operator.call('aims-admin', 'import.start', start).then(
    () => '',
    (error: Error) => error.message,
  );
  const columns = [...refusal.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  if (columns.length === 0) throw new Error(`A header without any column was taken: ${refusal}`);
  return columns;
}
