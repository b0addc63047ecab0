import { pressedFindings } from '../../../cli/check/pressed';

const CHANGING = ['risk.save', 'risk.drop', 'risk.accept'];
const call = (functionKey: string, answered = 1) => ({ functionKey, answered });
const namesIn = (findings: readonly { message: string }[]) =>
  CHANGING.filter((name) => findings.some(({ message }) => message.includes(name)));

test('what no story pressed is named, whichever story pressed the rest', () => {
  const evidence = { 'a.spec.ts': [call('risk.save'), call('risk.list')], 'b.spec.ts': [call('risk.drop', 3)] };
  expect(namesIn(pressedFindings(evidence, CHANGING, {}))).toEqual(['risk.accept']);
});

test('pressing for something that the app refused is not enough', () => {
  const evidence = { 'a.spec.ts': [call('risk.save', 0), call('risk.drop'), call('risk.accept')] };
  expect(namesIn(pressedFindings(evidence, CHANGING, {}))).toEqual(['risk.save']);
});

test('what waits for its screen need not be pressed', () => {
  expect(
    pressedFindings({ 'a.spec.ts': [call('risk.save')] }, ['risk.save', 'risk.drop'], { 'risk.drop': 'Risks' }),
  ).toEqual([]);
});

test('nothing is said of procedures before every story was told', () => {
  const evidence = { 'a.spec.ts': [call('risk.save')], 'b.spec.ts': null };
  expect(pressedFindings(evidence, CHANGING, {})).toEqual([
    { rule: 'stories-told', message: expect.stringContaining('b.spec.ts') },
  ]);
});

test('the procedures are those of the contract that change something', () => {
  const found = pressedFindings({})
    .map(({ message }) => message)
    .join('\n');
  expect(found).toContain('settings.save');
  expect(found).not.toContain('settings.read');
});
