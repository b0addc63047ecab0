import { triage } from '../../controls/decisions';
import { AI_ACT_CLASS_FIELD } from '../../src/domain/vocabulary/ai-system';
import { optionText } from '../../src/domain/vocabulary/vocabulary';

test('classes that a triage is not open for are options of the field "AI Act class"', () => {
  for (const { classes } of triage.notOpenFor)
    for (const key of classes) expect([key, optionText(AI_ACT_CLASS_FIELD, key)]).not.toContain(null);
});

test('nothing in it is taken from a standard', () => {
  expect(triage.source).toBe('ours');
  expect(triage.questions).toHaveLength(9);
});
