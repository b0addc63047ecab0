import { CalendarDate } from '../expression/calendar-date';
import { evaluate, OPEN, type Scene } from '../expression/evaluate';
import { expensiveOperations } from '../expression/expensive';
import { leavesOf } from '../expression/limits';
import { parseExpression } from '../expression/parse';

/** The one engine for Jira expressions: rules of workflows and filters of events. */

const scene: Scene = {
  names: {
    issue: {
      key: 'A-1',
      list: [1, 2, 3],
      none: null,
      due: new Date('2026-01-10'),
      day: CalendarDate.of('2026-01-31'),
      level: { value: '4 - likely' },
      properties: { [OPEN]: true, gate: { [OPEN]: true, deploy: 'First: rate the risk.' } },
    },
  },
  now: Date.UTC(2026, 0, 5),
  today: '2026-01-05',
};

test.each([
  ["issue.key == 'A-1' && issue.none?.anything == null", true],
  ['issue.list.filter(x => x > 1).map(x => x * 2).some(x => x == 6)', true],
  ['issue.list.length >= 3 ? !false : false', true],
  ['issue.due <= new Date().plusYears(1) && issue.due > new Date()', true],
  ["['a', 'b'].includes('b') && (issue.none ?? 7) - 2 * 3 == 1", true],
  ['let a = 2; let b = a * 2; a + b', 6],
  ["let g = issue.properties['gate']; g == null || g.stop == null ? true : g.stop", true],
  ["let g = issue.properties['gate']; g.deploy == null ? true : g.deploy", 'First: rate the risk.'],
  ["issue.properties['other'] == null", true],
  ["Number(issue.level.value.substring(0, 1)) <= Number('4')", true],
  ['issue.day >= new CalendarDate() && issue.day <= new CalendarDate().plusMonths(12)', true],
  ["issue.day.plusMonths(1) == new CalendarDate('2026-02-28')", true],
  ['issue.due.toCalendarDate().toString()', '2026-01-10'],
])('evaluates %s', (source, expected) => {
  expect(evaluate(parseExpression(source), scene)).toBe(expected);
});

test.each([
  ['issue.none.key', /Cannot read 'key' of null/],
  ['issue.missing', /'missing' is not available/],
  ['issue.key > 3', /cannot be compared/],
  ['issue.day > issue.due', /CalendarDate and Date cannot be compared/],
  ['issue.list.reduce(x => x)', /method 'reduce'/],
  ['issue.key.filter(x => x)', /method 'filter' of string/],
  ['issue.key && true', /A Boolean is needed/],
  ['user.accountId', /'user' is not available/],
  ["Number('likely')", /is not a number/],
  ["new CalendarDate('2026-02-31')", /is not a calendar date/],
  ['new Issue(1)', /'new Issue' is not available/],
  ['String(1)', /function 'String' is not available/],
  ['let x = 1', /ends too early/],
  ['let x = 1; y', /'y' is not available/],
])('fails loudly on %s', (source, message) => {
  expect(() => evaluate(parseExpression(source), scene)).toThrow(message);
});

test('leaves are what has nothing below it', () => {
  // The names of properties count, as they are looked up.
  expect(leavesOf(parseExpression("issue.key == 'A-1' && issue.list.length > 2"))).toBe(7);
});

test.each([
  ['issue.key', { expensiveOperations: '0' }],
  ["issue.properties['a'] == issue.customfield_1", { expensiveOperations: '2' }],
  [
    "issue.links.some(l => l.linkedIssue.properties['a'] == issue.customfield_1)",
    { expensiveOperations: 'N + N + 1', variables: { N: 'issue.links' } },
  ],
])('%s reads so much', (source, expected) => {
  expect(expensiveOperations(parseExpression(source))).toEqual(expected);
});
