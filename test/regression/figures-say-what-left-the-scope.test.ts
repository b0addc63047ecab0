import { exportPage } from '../../local/export/page-export';
import { macroNode } from '../../local/host/macros/node';
import { adfText } from '../../local/site/adf';
import type { Output } from '../../src/contract/procedures';
import { scopeWords } from '../../src/words/figures';
import { populationsOf } from '../../static/shared/ui/populations';
import { type Enrolled, openEnrolled } from '../support/enrolled';
import { createPage, createSpace } from '../support/policy-page';

/** Anybody who edits an AI system takes it out of scope with any reason: wherever figures stand, they say how many were. */

let site: Enrolled;
beforeAll(async () => {
  site = await openEnrolled();
  const out = {
    [site.fieldId('In AIMS scope')]: { value: 'No' },
    [site.fieldId('Scope reason')]: 'x',
  };
  await site.create('AI system');
  await site.create('AI system', out);
  await site.create('AI system', out);
  // Without a reason it stays; what has ended did not leave by the field.
  await site.create('AI system', { [site.fieldId('In AIMS scope')]: { value: 'No' } });
  const rejected = await site.create('AI system');
  await site.move(rejected.id, 'Reject');
  await site.call('settings.save', { figuresShownTo: 'everybody' });
  await site.site.settle({ within: 3_600_000 });
});
afterAll(async () => {
  await site.close();
});

const WORDS = '2 AI systems in scope, and 2 out of scope';

test.each([['the organisation'], ['a project']])('the figures of %s', async (scope) => {
  const projectId = scope === 'a project' ? site.projectId : null;
  const figures = await site.call<Output<'coverage.overview'>>('coverage.overview', { projectId, trend: false });
  expect(scopeWords(figures.systems)).toBe(WORDS);
  // Overview, organisation page, gadget and the macro "Clause coverage" show these headings.
  expect(populationsOf(figures).map(({ heading }) => heading)).toContainEqual(expect.stringContaining(WORDS));
});

test('the projects side by side', async () => {
  const { projects } = await site.call<Output<'projects.list'>>('projects.list', { projectId: null });
  expect(projects).toMatchObject([{ systemsInScope: 2, systemsOutOfScope: 2 }]);
});

test.each(['aims-clause-coverage', 'aims-register'])('the export of %s', async (key) => {
  const spaceId = await createSpace(site, `S${key.length}`);
  const { manifest, installation } = site.site;
  const app = { appId: manifest.appId, environmentId: installation.environmentId };
  const macro = macroNode(app, { key, title: key, layout: 'block' }, { localId: key, config: {} });
  const page = await createPage(site, spaceId, key, [macro], 'admin');
  const exported = await exportPage(site.site, { pageId: page.id, exportType: 'pdf' }, 'admin');
  expect(adfText({ ...exported.document, content: [...exported.document.content] })).toContain(WORDS);
});

test('with none out of scope nothing is said of it', () => {
  expect(scopeWords({ inScope: 1, byStage: { inception: 1, retired: 4 } })).toBe('1 AI system in scope');
});
