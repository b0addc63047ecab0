import Papa from 'papaparse';
import { type BesideCsv, csvOf, type StoredRow } from '../../static/features/statement/csv';

/** Columns as the design has them, in its order ("Deciding", Export). */
const COLUMNS =
  'Control, Title, Group, AI system, Applicable, Condition, Reason kinds, Reasons, Risks, Duties, Responsible, Implementation note, State, Evidence current until, Version, Approved by, Approved on, Valid until, Fingerprint';

const CONTROL = 'iso42001/A.6.2.4';
const control = (key: string, state: BesideCsv['controls'][number]['state'] = 'gap') => ({
  key,
  number: key.replace('iso42001/', ''),
  title: `Title of ${key}`,
  group: 'A.6',
  state,
  appliesToNone: key.endsWith('A.10.2'),
});
const beside = (other: Partial<BesideCsv> = {}): BesideCsv => ({
  controls: [control('iso42001/A.2.2', 'verified'), control(CONTROL), control('iso42001/A.10.2')],
  version: { version: 3, approvedOn: '2026-11-02', validUntil: '2027-11-02', fingerprint: 'f'.repeat(64) },
  approver: 'Sofia Second',
  names: new Map([['token-1', 'Rita Reader']]),
  issues: new Map([
    ['jira:10001', 'CLAIM-1'],
    ['jira:10007', 'CLAIM-7'],
  ]),
  evidenceUntil: { 'iso42001/A.2.2': '2027-03-31', [CONTROL]: '2027-01-31' },
  ...other,
});
const reason = (text: string, links: string[] = [], kind = 'own-choice') => ({ kind, text, links });
const row = (key: string, body: Record<string, unknown> = {}): StoredRow => ({
  key,
  body: { applicable: true, appliesWhen: null, reasons: [reason('It is ours.')], responsible: null, note: '', ...body },
});

const readBack = (text: string) => {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text, { header: true });
  expect(errors).toEqual([]);
  return { lines: data, fields: meta.fields };
};

test('columns in the order of the design, a line for each control and deviation, in the order of the controls', () => {
  const rows = ['iso42001/A.10.2', 'iso42001/A.2.2', `${CONTROL}@jira:10001`, CONTROL].map((key) => row(key));
  const { lines, fields } = readBack(csvOf(rows, beside()));
  expect(fields).toEqual(COLUMNS.split(', '));
  expect(lines.map((line) => [line.Control, line['AI system']])).toEqual([
    ['A.2.2', ''],
    ['A.6.2.4', ''],
    ['A.6.2.4', 'CLAIM-1'],
    ['A.10.2', ''],
  ]);
});

test('every column of a control that is met', () => {
  const body = {
    appliesWhen: 'use',
    responsible: 'token-1',
    note: 'By the board.',
    reasons: [
      reason('A risk needs it.', ['jira:10007', 'jira:99999'], 'risk'),
      reason('The law does.', ['eu-ai-act/26.5'], 'law'),
    ],
  };
  const { lines } = readBack(csvOf([row('iso42001/A.2.2', body)], beside()));
  expect(Object.values(lines[0] ?? {})).toEqual([
    ...['A.2.2', 'Title of iso42001/A.2.2', 'A.6', '', 'Applicable', 'AI systems that we use ourselves'],
    ...['Risk; Law', 'A risk needs it.; The law does.', 'CLAIM-7', 'eu-ai-act/26.5', 'Rita Reader', 'By the board.'],
    ...['Verified', '2027-03-31', '3', 'Sofia Second', '2026-11-02', '2027-11-02', 'f'.repeat(64)],
  ]);
});

test('a condition that no AI system meets says so', () => {
  const rows = ['iso42001/A.2.2', 'iso42001/A.10.2'].map((key) => row(key, { appliesWhen: 'use' }));
  const { lines } = readBack(csvOf(rows, beside()));
  const use = 'AI systems that we use ourselves';
  expect(lines.map(({ Condition }) => Condition)).toEqual([use, `${use} (applies to none today)`]);
});

test('what the viewer may not see is empty, or said to be hidden, and what is not met has no end', () => {
  const rows = [
    row(CONTROL, { responsible: 'token-9' }),
    row(`${CONTROL}@jira:10009`, { reasons: [reason('Secret.')] }),
  ];
  const { lines } = readBack(csvOf(rows, beside({ approver: '' })));
  expect(lines[0]).toMatchObject({ Responsible: '', 'Approved by': '', State: 'Gap', 'Evidence current until': '' });
  expect(lines[1]).toMatchObject({ 'AI system': 'An AI system that you may not see', Reasons: '', 'Reason kinds': '' });
  expect(JSON.stringify(lines)).not.toMatch(/Secret|10009/);
});

test('no text of anybody is a formula in a spreadsheet, in whichever line it goes on', () => {
  const hostile = [
    '=HYPERLINK("https://evil.example")',
    '=1+1\nand a second line',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1+1',
    '\r\n=1+1',
    '  =1+1',
    '\uFF1D1+1',
    '"quoted", and; separated',
    '<img src=x onerror="broken=1">',
  ];
  for (const text of hostile) {
    const body = { reasons: [reason(text)], note: text, title: text, responsible: 'token-1' };
    const file = csvOf([row('own/1', body)], beside({ approver: text, names: new Map([['token-1', text]]) }));
    const { lines } = readBack(file);
    expect(lines).toHaveLength(1);
    for (const column of ['Title', 'Reasons', 'Implementation note', 'Responsible', 'Approved by']) {
      const cell = lines[0]?.[column] ?? '';
      expect(cell).not.toMatch(/^[\s]*[=+\-@\uFF1D]/);
      expect([text, `'${text}`]).toContain(cell);
    }
  }
});
