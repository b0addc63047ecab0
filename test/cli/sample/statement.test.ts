import { APPROVER, AUDITOR } from '../../../cli/sample/decide';
import { PEOPLE } from '../../../cli/sample/people';
import { SAMPLE_ISSUES } from '../../../cli/sample/seed';
import { REASONS } from '../../../cli/sample/statement';
import { catalogue } from '../../../controls';

/** What an auditor would point out to students in the sample organisation, as rules. */
test('each control of Annex A is decided with a reason of its own', () => {
  const controls = catalogue.requirements.filter(({ kind }) => kind === 'control').map(({ number }) => number);
  expect(Object.keys(REASONS)).toEqual(controls);
  const reasons = Object.values(REASONS);
  expect(new Set(reasons).size).toBe(reasons.length);
  // Not one sentence with another noun, either.
  const openings = reasons.map((reason) => reason.split(' ').slice(0, 7).join(' '));
  expect(new Set(openings).size).toBe(openings.length);
});

test('where a risk names a control, its reason names the risk', () => {
  const named = SAMPLE_ISSUES.filter(({ type }) => type === 'AI risk').flatMap(({ requirements = [] }) => requirements);
  for (const number of new Set(named))
    expect([number, REASONS[number]]).toEqual([number, expect.stringContaining('risk')]);
});

test('the internal audit is recorded by an auditor who approves nothing and is not audited', () => {
  const audit = SAMPLE_ISSUES.find(({ requirements }) => requirements?.includes('9.2.2'));
  expect(audit?.assignee).toBe(AUDITOR);
  expect(AUDITOR).not.toBe(APPROVER);
  const groups = (ref: string) => PEOPLE.find((person) => person.ref === ref)?.groups;
  expect(groups(AUDITOR)).toEqual(['internal-audit']);
  expect(groups(APPROVER)).not.toContain('internal-audit');
  const others = SAMPLE_ISSUES.filter(({ assignee }) => assignee === AUDITOR);
  expect(others).toEqual([audit]);
});

test('external reporting is how others report harm to the organisation', () => {
  const work = SAMPLE_ISSUES.find(({ requirements }) => requirements?.includes('A.8.3'));
  expect(work?.summary).toContain('report harm');
});
