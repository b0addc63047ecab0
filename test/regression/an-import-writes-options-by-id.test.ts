import { type Enrolled, openEnrolled } from '../support/enrolled';
import { codes, type Imports, importsOf, said } from '../support/imports';

/** B6. Options are written by what they mean: renamed or translated on the site, an issue gets the right one. */
let site: Enrolled;
let imports: Imports;
beforeEach(async () => {
  site = await openEnrolled();
  imports = importsOf(site);
});
afterEach(() => site.close());

const FRAUD = { Name: 'Fraud score', Owner: 'Ada', Stage: 'live', 'Impact assessment': 'yes' };
const FULL = { ...FRAUD, 'Our part': 'develop and use', 'Personal data': 'yes' };
const GERMAN: Readonly<Record<string, string>> = {
  Develop: 'Entwickeln',
  Use: 'Nutzen',
  Yes: 'Ja',
  No: 'Nein',
  Declared: 'Gemeldet',
};

async function optionsOf(field: string): Promise<{ path: string; values: { id: string; value: string }[] }> {
  const id = site.fieldId(field);
  const contexts = await site.rest<{ values: { id: string }[] }>('GET', `/rest/api/3/field/${id}/context`);
  const path = `/rest/api/3/field/${id}/context/${contexts.body.values[0]?.id}/option`;
  const { body } = await site.rest<{ values: { id: string; value: string }[] }>('GET', `${path}?maxResults=100`);
  return { path, values: body.values };
}

async function rename(field: string, words: Readonly<Record<string, string>>): Promise<void> {
  const { path, values } = await optionsOf(field);
  const options = values.flatMap(({ id, value }) => (words[value] ? [{ id, value: words[value] }] : []));
  const answer = await site.rest('PUT', path, { options });
  if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
}

const chosen = async () => {
  const [system] = await imports.issues('AI system');
  const value = (field: string) => system?.fields[site.fieldId(field)];
  return {
    ourPart: (value('Our part') as { value: string }[] | null)?.map((option) => option.value).sort(),
    personalData: (value('Personal data') as { value: string } | null)?.value,
    discoveredAs: (value('Discovered as') as { value: string } | null)?.value,
  };
};

test('options in another language are chosen by what they mean, when issues are made and when they are updated', async () => {
  for (const field of ['Our part', 'Personal data', 'Discovered as']) await rename(field, GERMAN);
  const { path, values } = await optionsOf('AIMS requirements');
  const assessment = values.find(({ value }) => value.startsWith('8.4 '));
  await site.rest('PUT', path, { options: [{ id: assessment?.id, value: 'Folgenabschätzung' }] });
  expect((await imports.run([FULL])).report).toMatchObject({ created: 2, failed: [], told: [] });
  expect(await chosen()).toEqual({ ourPart: ['Entwickeln', 'Nutzen'], personalData: 'Ja', discoveredAs: 'Gemeldet' });
  const [record] = await imports.issues('Task');
  expect(JSON.stringify(record?.fields[site.fieldId('AIMS requirements')])).toContain('Folgenabschätzung');

  const { report } = await imports.run([{ ...FULL, 'Our part': 'use', 'Personal data': 'no' }]);
  expect(report).toMatchObject({ updated: 1, failed: [], told: [] });
  expect(await chosen()).toEqual({ ourPart: ['Nutzen'], personalData: 'Nein', discoveredAs: 'Gemeldet' });
  // A text that changes its meaning is still the option that it was.
  await rename('Personal data', { Ja: 'No', Nein: 'Yes' });
  expect((await imports.run([FULL])).report).toMatchObject({ updated: 1, failed: [] });
  expect((await chosen()).personalData).toBe('No');
});

test('an option that the site does not have any more is left out and told, and the issue is made', async () => {
  const { path, values } = await optionsOf('Our part');
  await site.rest('DELETE', `${path}/${values.find(({ value }) => value === 'Develop')?.id}`);
  const { dryRun, report } = await imports.run([FULL]);
  expect(dryRun.problems.map(({ code, column }) => [code, column])).toEqual([['option-missing', 'Our part']]);
  expect(report).toMatchObject({ created: 2, failed: [] });
  expect(said(report)).toBe('Left out, for the project has no such option: Our part.');
  expect((await chosen()).ourPart).toEqual(['Use']);
});

test('a field in the trash keeps no import from being done', async () => {
  await site.rest('POST', `/rest/api/3/field/${site.fieldId('Personal data')}/trash`);
  await site.site.runSchedule('every-night');
  await site.site.settle({ within: 3_600_000 });
  const { dryRun, report } = await imports.run([FULL]);
  expect(report).toMatchObject({ state: 'done', created: 2, failed: [] });
  expect(codes(dryRun)).toEqual(['field-missing']);
  expect(said(report)).toBe('Left out, for the site has no such field: Personal data.');
});
