import { riskLibrary } from '../../controls/decisions/risk-library';
import { optionText } from '../../src/domain/vocabulary/vocabulary';

test('whoever is affected is an option of the field "Who is affected", and a treatment one of "Treatment option"', () => {
  for (const { affected, treatments } of riskLibrary.risks) {
    for (const key of affected) expect([key, optionText('who-is-affected', key)]).not.toContain(null);
    for (const { option } of treatments) expect([option, optionText('treatment-option', option)]).not.toContain(null);
  }
});

test('no risk has a rating: that hangs on the use', () => {
  expect(riskLibrary.risks.length).toBe(50);
  expect(JSON.stringify(riskLibrary)).not.toMatch(/likelihood|"level"|"consequence"/i);
});
