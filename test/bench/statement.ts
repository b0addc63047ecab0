import { approveStatement } from '../../cli/approve-statement';
import type { Input, Output } from '../../src/contract/procedures';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { rowsFor, secondApprover } from '../support/statement';
import { measured, type Report } from './figure';

const DEVIATIONS = 3_000;
const STATEMENTS = 3;
const KIB = 1_024;
const ANSWER_KIB = 300;
/** One control of AI systems has all of them: nothing spreads what somebody opens. */
const CONTROL = 'iso42001/A.6.2.4';
const SENTENCE =
  'A reason as somebody writes it, in a sentence that says what the decision rests on and for whom it holds. ';
const REASON = SENTENCE.repeat(4).trim();
/** As many as one page shows: these are in Jira, and the others are the app's rows alone. */
const SYSTEMS_IN_JIRA = 51;
const ROWS_A_STATEMENT = 500;

/**
 * The Statement of Applicability of an organisation of which each AI system deviates from a control: what its page calls when it
 * opens, and what the control's panel does. The draft differs from what is in force in every control, so both are answered.
 */
export async function statementBench(report: Report): Promise<void> {
  const site = await openEnrolled();
  try {
    await writeDeviations(site);
    const people = { by: 'admin', approver: await secondApprover(site) };
    const call = <Answer>(name: string, payload: unknown, by: string) => site.call<Answer>(name, payload, by);
    await approveStatement(call, rowsFor({}, REASON), people);
    await site.site.settle({ within: 3_600_000 });
    const { revision, rows } = await site.call<Output<'statement.read'>>('statement.read', {});
    await site.call('statement.edit', { revision, rows: rowsFor({}, `${REASON} ${SENTENCE}`.trim()) });
    const told = rows.reduce((sum, { deviations }) => sum + deviations, 0);
    if (told !== DEVIATIONS) throw new Error(`The statement tells of ${told} deviations.`);
    await tell(report, site, 'opening the statement', 'statement.read', {});
    await tell(report, site, "opening a control's deviations", 'statement.deviations', { key: CONTROL, after: '' });
  } finally {
    await site.close();
  }
}

async function tell<Name extends 'statement.read' | 'statement.deviations'>(
  report: Report,
  { site, call }: Enrolled,
  what: string,
  procedure: Name,
  input: Input<Name>,
): Promise<void> {
  const mark = site.journal.mark();
  const answer = JSON.stringify(await call(procedure, input));
  const { counts } = site.journal.since(mark);
  const name = `${what} with ${DEVIATIONS.toLocaleString('en')} deviations`;
  report(measured(`${name}, statements`, counts.sql, 'statements', null, STATEMENTS));
  report(measured(`${name}, answer`, Buffer.byteLength(answer) / KIB, 'KiB', null, ANSWER_KIB));
}

/** One deviation for each AI system, as one act wrote them: as many presses as they take would measure nothing more. */
async function writeDeviations(site: Enrolled): Promise<void> {
  const systems: string[] = [];
  for (let place = 0; place < SYSTEMS_IN_JIRA; place += 1) systems.push(`jira:${(await site.create('AI system')).id}`);
  await site.site.settle({ within: 3_600_000 });
  for (let place = systems.length; place < DEVIATIONS; place += 1) systems.push(`jira:${90_000_000 + place}`);
  // The first act of the Statement, so that what follows finds a draft.
  await site.call('statement.edit', { revision: 0, rows: rowsFor({}, REASON).slice(0, 1) });
  const body = JSON.stringify({ applicable: false, reasons: [{ kind: 'own-choice', text: REASON, links: [] }] });
  for (let start = 0; start < systems.length; start += ROWS_A_STATEMENT) {
    const some = systems.slice(start, start + ROWS_A_STATEMENT);
    await site.site.sql(
      `INSERT INTO approval_entry (kind, subject, revision, row_key, act, part, item_id, about, at, person, body)
       VALUES ${some.map(() => "('statement', 'organisation', 1, ?, 'drafted', ?, ?, 0, 0, '', ?)").join(', ')}`,
      some.flatMap((system) => [`${CONTROL}@${system}`, CONTROL, system, body]),
    );
  }
}
