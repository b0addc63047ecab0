import { seedOrganisation } from '../../cli/sample/seed';
import { type Hands, openSite } from '../support/site';

interface Rating {
  likelihood: number;
  consequence: number;
}
interface Row {
  issueId: string;
  stage: string;
  risks: { highest: { level: number } | null };
  figure: { implemented: number; applicable: number };
  inherent: Rating | null;
  residual: Rating | null;
  acceptanceExpires: string | null;
  grade: string;
  detectedOn: string | null;
  effectivenessDue: string | null;
}
interface Page {
  rows: Row[];
  total: number;
  asOf: number;
  updating: number;
}

const STAGES = [
  ...['inception', 'design-and-development', 'verification-and-validation', 'deployment', 'operation-and-monitoring'],
  ...['re-evaluation', 'retired', 'rejected'],
];
const FINDING_STAGES = [
  'reported',
  'correction',
  'cause-analysis',
  'corrective-action',
  'effectiveness-review',
  'closed',
];
const product = (rating: Rating | null) => (rating === null ? 0 : rating.likelihood * rating.consequence);
const share = ({ figure: { implemented, applicable } }: Row) => (applicable === 0 ? -1 : implemented / applicable);

const SYSTEMS = { text: null, stages: [], fields: {}, only: 'in-scope' };
const RISKS = { only: 'all', square: null, fields: {} };
const FINDINGS = { only: 'open', grade: null, stage: null, age: null, fields: {} };

/** What a register is sorted by, as it can be seen in its rows; what is empty comes before everything. */
const COLUMNS: [procedure: string, filter: object, by: string, told: (row: Row) => string | number][] = [
  ['systems.list', SYSTEMS, 'stage', ({ stage }) => STAGES.indexOf(stage)],
  ['systems.list', SYSTEMS, 'risk', ({ risks }) => risks.highest?.level ?? 0],
  ['systems.list', SYSTEMS, 'coverage', share],
  ['risks.list', RISKS, 'inherent', ({ inherent }) => product(inherent)],
  ['risks.list', RISKS, 'residual', ({ residual }) => product(residual)],
  ['risks.list', RISKS, 'acceptance', ({ acceptanceExpires }) => acceptanceExpires ?? ''],
  [
    'nonconformities.list',
    FINDINGS,
    'grade',
    ({ grade }) => ['major', 'minor', 'ungraded', 'observation'].indexOf(grade),
  ],
  ['nonconformities.list', FINDINGS, 'stage', ({ stage }) => FINDING_STAGES.indexOf(stage)],
  ['nonconformities.list', FINDINGS, 'age', ({ detectedOn }) => -Date.parse(detectedOn ?? '0001-01-01')],
  ['nonconformities.list', FINDINGS, 'due', ({ effectivenessDue }) => effectivenessDue ?? ''],
];

describe('registers are sorted by the server', () => {
  let hands: Hands;
  beforeAll(async () => {
    hands = await openSite();
    await seedOrganisation(hands.site);
  });
  afterAll(() => hands.site.close());

  /** All rows of a register, three a page. */
  async function rowsOf(procedure: string, filter: object, sort: object | null): Promise<Row[]> {
    const rows: Row[] = [];
    for (let page = 0; ; page++) {
      const answer = await hands.call<Page>(procedure, { projectId: null, ...filter, sort, page, limit: 3 }, 'admin');
      expect(answer).toMatchObject({ asOf: expect.any(Number), updating: 0 });
      rows.push(...answer.rows);
      if (rows.length >= answer.total) return rows;
      expect(answer.rows).not.toHaveLength(0);
    }
  }

  test.each(COLUMNS)('%s %j by %s, up and down, every row once', async (procedure, filter, by, told) => {
    const ids = (await rowsOf(procedure, filter, null)).map(({ issueId }) => issueId).sort();
    for (const descending of [false, true]) {
      const rows = await rowsOf(procedure, filter, { by, descending });
      expect(rows.map(({ issueId }) => issueId).sort()).toEqual(ids);
      const values = rows.map(told);
      const wanted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values).toEqual(descending ? wanted.reverse() : wanted);
      expect(new Set(values).size).toBeGreaterThan(1);
    }
  });
});
