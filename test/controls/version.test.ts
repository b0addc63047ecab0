import { createHash } from 'node:crypto';
import { catalogue } from '../../controls';
import { controlsOfStatement } from '../../src/domain/requirement/statement';

/** By version, what decisions on applicability rest on: a change of it raises the version, so that Statements are looked at again. */
const VERSIONS: Readonly<Record<number, string>> = {
  1: 'bdb834c14864e753',
};

test('what may be excluded is as the version of its framework says', () => {
  const controls = controlsOfStatement(catalogue).map(({ id, title, scopeLevel, condition }) => [
    id,
    title,
    scopeLevel,
    condition ?? null,
  ]);
  const version = catalogue.frameworks.find(({ id }) => id === 'iso42001')?.version ?? 0;
  const digest = createHash('sha256').update(JSON.stringify(controls)).digest('hex').slice(0, 16);
  expect({ version, digest }).toEqual({ version, digest: VERSIONS[version] });
});
