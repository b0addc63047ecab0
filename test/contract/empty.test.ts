import { type Enrolled, openEnrolled } from '../support/enrolled';
import { attach, linkPage, paragraph } from '../support/saying';
import { cellIn, movesBy, tileOf } from '../support/states';

/** Work that was done, and says nothing of what was done. */

const VERIFICATION = 'iso42001/A.6.2.4';
const SEVEN = ['4.1', '4.2', '5.1', '5.3', '6.3', '7.1', '7.4'].map((number) => `iso42001/${number}`);

let site: Enrolled;
beforeEach(async () => {
  site = await openEnrolled();
});
afterEach(() => site.close());

const edit = (issueId: string, fields: Record<string, unknown>) =>
  site.rest('PUT', `/rest/api/3/issue/${issueId}`, { fields });
const states = async () => {
  const tiles = await Promise.all(SEVEN.map((requirement) => tileOf(site, requirement)));
  return tiles.map(({ state, codes }) => [state, ...codes]);
};
const all = (...said: string[]) => SEVEN.map(() => said);

/** A done task that names the seven and has this description. */
async function task(description: unknown): Promise<string> {
  const { id } = await site.create('Task', { ...(await site.options(...SEVEN)), description });
  await movesBy(site, id, 'admin', 'Done');
  return id;
}

test('52. Empty done task naming seven clauses -> seven in-progress', async () => {
  const id = await task(null);
  expect(await states()).toEqual(all('in-progress', 'evidence-empty'));
  const said = 'Went through all seven with the board.';
  await edit(id, { description: paragraph(said.padEnd(60).concat('...').slice(0, 39)) });
  expect(await states()).toEqual(all('in-progress', 'evidence-empty'));
  await edit(id, { description: paragraph(`${said} Agreed.`) });
  expect(await states()).toEqual(all('implemented', 'done-work'));
  await edit(id, { description: null });
  expect(await states()).toEqual(all('in-progress', 'evidence-empty'));
});

test('a file that is attached says what was done', async () => {
  const id = await task(paragraph('See the file.'));
  expect(await states()).toEqual(all('in-progress', 'evidence-empty'));
  await attach(site, id);
  expect(await states()).toEqual(all('implemented', 'done-work'));
  const { body } = await site.rest<{ fields: { attachment: { id: string }[] } }>('GET', `/rest/api/3/issue/${id}`);
  await site.rest('DELETE', `/rest/api/3/attachment/${body.fields.attachment[0]?.id}`);
  expect(await states()).toEqual(all('in-progress', 'evidence-empty'));
});

test('a page that is linked says it, too, and a page that is shown in the description', async () => {
  const linked = await site.create('Task', { ...(await site.options(...SEVEN)), description: null });
  await linkPage(site, linked.id);
  await movesBy(site, linked.id, 'admin', 'Done');
  expect(await states()).toEqual(all('implemented', 'done-work'));
  await site.rest('DELETE', `/rest/api/3/issue/${linked.id}`);
  const url = 'https://example.atlassian.net/wiki/spaces/AIMS/pages/65537';
  const shown = { type: 'paragraph', content: [{ type: 'inlineCard', attrs: { url } }] };
  await task({ type: 'doc', version: 1, content: [shown] });
  expect(await states()).toEqual(all('implemented', 'done-work'));
});

async function system(): Promise<string> {
  const { id } = await site.create('AI system');
  await movesBy(site, id, 'admin', 'Take over existing system: Operation and monitoring');
  return id;
}

test('a plain record that is empty is in-progress, and work is judged once it is done', async () => {
  const one = await system();
  const { id } = await site.create('Task', {
    ...(await site.options(VERIFICATION)),
    [site.fieldId('Evidence effective date')]: '2026-11-01',
    description: null,
  });
  await site.link('AIMS concern', id, one);
  expect(await cellIn(site, one, VERIFICATION)).toMatchObject({ state: 'planned' });
  await movesBy(site, id, 'admin', 'Done');
  const { state, codes } = await cellIn(site, one, VERIFICATION);
  expect([state, codes[0]]).toEqual(['in-progress', 'evidence-empty']);
});
