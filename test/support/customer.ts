import { catalogue } from '../../controls';
import { JIRA_FIELD_TYPES } from '../../src/blueprint/wanted/fields';
import { named } from '../../src/blueprint/wanted/names';
import { type Wanted, wanted as wantedConfiguration } from '../../src/blueprint/wanted/wanted';
import type { Hands } from './site';

/** A customer's site that has something of every name which the app would give, in use by the project SHOP. */
export interface Customer {
  /** Two projects that share their schemes: only AIX is ever set up. */
  shop: string;
  aix: string;
  wanted: Wanted;
  /** The customer's field of a wanted field's name, by the wanted field's key. */
  fieldIds: ReadonlyMap<string, string>;
  /** SHOP-1, which has a value in each of those fields. */
  issueId: string;
}

interface Made {
  id: string | number;
}

async function must<Answer = Made>(hands: Hands, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await hands.rest<Answer>(method, path, body);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function createCustomer(hands: Hands): Promise<Customer> {
  const wanted = wantedConfiguration(catalogue);
  const project = async (key: string) => {
    const body = { key, name: key, projectTypeKey: 'business', leadAccountId: 'admin' };
    return String((await must(hands, 'POST', '/rest/api/3/project', body)).id);
  };
  const shop = await project('SHOP');
  const aix = await project('AIX');
  const fieldIds = await createFields(hands, wanted);
  await createNamesakes(hands, wanted);
  const issue = await must<{ id: string }>(hands, 'POST', '/rest/api/3/issue', {
    fields: { project: { id: shop }, issuetype: { name: 'Task' }, summary: 'Sell', ...valuesOf(wanted, fieldIds) },
  });
  return { shop, aix, wanted, fieldIds, issueId: issue.id };
}

/** Fields of the same names and types for all projects, selects with options of the customer's own, on Jira's default screen. */
async function createFields(hands: Hands, wanted: Wanted): Promise<Map<string, string>> {
  const [tab] = await must<{ id: number }[]>(hands, 'GET', '/rest/api/3/screens/1/tabs');
  const ids = new Map<string, string>();
  for (const field of wanted.fields) {
    const { type, searcher } = JIRA_FIELD_TYPES[field.type];
    const body = { name: field.name, description: `${field.name} of the shop`, type, searcherKey: searcher };
    const id = String((await must(hands, 'POST', '/rest/api/3/field', body)).id);
    ids.set(field.key, id);
    if (field.options) {
      const contexts = await must<{ values: { id: string }[] }>(hands, 'GET', `/rest/api/3/field/${id}/context`);
      const path = `/rest/api/3/field/${id}/context/${contexts.values[0]?.id}/option`;
      await must(hands, 'POST', path, { options: [{ value: 'Low' }, { value: 'High' }] });
    }
    await must(hands, 'POST', `/rest/api/3/screens/1/tabs/${tab?.id}/fields`, { fieldId: id });
  }
  return ids;
}

const VALUES: Readonly<Record<string, unknown>> = {
  textfield: 'ours',
  textarea: {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ours' }] }],
  },
  datepicker: '2026-01-31',
  select: { value: 'High' },
  multiselect: [{ value: 'High' }],
  userpicker: { accountId: 'admin' },
};

const valuesOf = (wanted: Wanted, ids: ReadonlyMap<string, string>) =>
  Object.fromEntries(wanted.fields.map((field) => [ids.get(field.key) ?? '', VALUES[field.type]]));

async function createNamesakes(hands: Hands, wanted: Wanted): Promise<void> {
  const types = await must<{ id: string; name: string }[]>(hands, 'GET', '/rest/api/3/issuetype');
  const task = types.find(({ name }) => name === 'Task')?.id ?? '';
  const statuses = wanted.statuses.map(({ name, category }, index) => ({
    name,
    // Every second one means something else at this customer's.
    statusCategory: index % 2 === 0 ? category : category === 'DONE' ? 'TODO' : 'DONE',
    description: 'of the shop',
  }));
  const known = await must<{ values: { name: string }[] }>(hands, 'GET', '/rest/api/3/statuses/search');
  const missing = statuses.filter(({ name }) => !known.values.some((status) => status.name === name));
  await must(hands, 'POST', '/rest/api/3/statuses', { scope: { type: 'GLOBAL' }, statuses: missing });
  const [screen] = (await must<{ values: { id: number }[] }>(hands, 'GET', '/rest/api/3/screens')).values;
  const [screens] = (await must<{ values: { id: number }[] }>(hands, 'GET', '/rest/api/3/screenscheme')).values;
  for (const { inward, outward, name } of wanted.linkTypes)
    await must(hands, 'POST', '/rest/api/3/issueLinkType', { name, inward, outward });
  const now = await must<{ values: { id: string; name: string; statusCategory: string }[] }>(
    hands,
    'GET',
    '/rest/api/3/statuses/search',
  );
  const first = now.values[0];
  for (const type of wanted.workTypes) {
    await must(hands, 'POST', '/rest/api/3/issuetype', { name: type.name, description: 'of the shop' });
    await must(hands, 'POST', '/rest/api/3/screens', { name: named.screen(type.name) });
    await must(hands, 'POST', '/rest/api/3/screenscheme', {
      name: named.screenScheme(type.name),
      screens: { default: screen?.id },
    });
    await must(hands, 'POST', '/rest/api/3/workflows/create', {
      scope: { type: 'GLOBAL' },
      statuses: [{ ...first, statusReference: first?.id, description: '' }],
      workflows: [
        {
          name: type.workflow,
          description: 'of the shop',
          statuses: [{ statusReference: first?.id, properties: {} }],
          transitions: [
            {
              id: '1',
              type: 'INITIAL',
              name: 'Create',
              toStatusReference: first?.id,
              links: [],
              actions: [],
              validators: [],
              triggers: [],
              properties: {},
            },
          ],
        },
      ],
    });
  }
  await must(hands, 'POST', '/rest/api/3/issuetypescheme', {
    name: named.copy('AIX', 'issue-type-scheme'),
    issueTypeIds: [task],
  });
  await must(hands, 'POST', '/rest/api/3/workflowscheme', { name: named.copy('AIX', 'workflow-scheme') });
  await must(hands, 'POST', '/rest/api/3/issuetypescreenscheme', {
    name: named.copy('AIX', 'issue-type-screen-scheme'),
    issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(screens?.id) }],
  });
}

/**
 * Everything of a site's configuration and of SHOP's issues, one entry for each object, place and value: what stands
 * before set-up must stand after it, byte for byte. Of AIX only the project itself is left out, which gets schemes.
 */
export async function inventory(hands: Hands, { shop, fieldIds, issueId }: Customer): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const add = (
    kind: string,
    rows: readonly unknown[],
    key: (row: never) => unknown = (row: { id: unknown }) => row.id,
  ) => rows.forEach((row) => void found.set(`${kind} ${String(key(row as never))}`, row));
  const whole = (row: unknown) => JSON.stringify(row);
  const pages = async (path: string): Promise<{ id: string | number }[]> => {
    const values: { id: string }[] = [];
    for (;;) {
      const next = `${path}${path.includes('?') ? '&' : '?'}startAt=${values.length}&maxResults=50`;
      const page = await must<{ values: { id: string }[]; total: number }>(hands, 'GET', next);
      values.push(...page.values);
      if (page.values.length === 0 || values.length >= page.total) return values;
    }
  };
  const fields = await pages('/rest/api/3/field/search?type=custom');
  add('field', fields);
  for (const { id } of fields) {
    const contexts = await pages(`/rest/api/3/field/${id}/context`);
    add(`context of ${id}`, contexts);
    add(`projects of ${id}`, await pages(`/rest/api/3/field/${id}/context/projectmapping`), whole);
    add(`types of ${id}`, await pages(`/rest/api/3/field/${id}/context/issuetypemapping`), whole);
    for (const context of contexts) {
      const options = await hands.rest<{ values: unknown[] }>(
        'GET',
        `/rest/api/3/field/${id}/context/${context.id}/option?maxResults=100`,
      );
      if (options.status === 200) add(`option of ${id} ${context.id}`, options.body.values);
    }
  }
  add('issue type', await must<unknown[]>(hands, 'GET', '/rest/api/3/issuetype'));
  add('status', await pages('/rest/api/3/statuses/search'));
  const links = await must<{ issueLinkTypes: unknown[] }>(hands, 'GET', '/rest/api/3/issueLinkType');
  add('link type', links.issueLinkTypes);
  add('workflow', await pages('/rest/api/3/workflows/search?expand=values.transitions'));
  add('workflow-scheme', await pages('/rest/api/3/workflowscheme'));
  add('issue-type-scheme', await pages('/rest/api/3/issuetypescheme'));
  add('type in scheme', await pages('/rest/api/3/issuetypescheme/mapping'), whole);
  add('issue-type-screen-scheme', await pages('/rest/api/3/issuetypescreenscheme'));
  add('screen of type', await pages('/rest/api/3/issuetypescreenscheme/mapping'), whole);
  add('screen scheme', await pages('/rest/api/3/screenscheme'));
  const screens = await pages('/rest/api/3/screens');
  add('screen', screens);
  for (const { id } of screens) {
    for (const tab of await must<{ id: number }[]>(hands, 'GET', `/rest/api/3/screens/${id}/tabs`)) {
      const path = `/rest/api/3/screens/${id}/tabs/${tab.id}/fields`;
      found.set(`fields of screen ${id}, tab ${tab.id}`, await must<unknown[]>(hands, 'GET', path));
    }
  }
  for (const kind of ['issuetypescheme', 'workflowscheme', 'issuetypescreenscheme']) {
    const path = `/rest/api/3/${kind}/project?projectId=${shop}`;
    const { values } = await must<{ values: Record<string, unknown>[] }>(hands, 'GET', path);
    // Whether others share the scheme is not the scheme's; AIX leaves them.
    found.set(
      `${kind} of SHOP`,
      values.map(({ projectIds: _, ...scheme }) => scheme),
    );
  }
  const issue = await must<{ fields: unknown }>(hands, 'GET', `/rest/api/3/issue/${issueId}`);
  found.set('values of SHOP', issue.fields);
  for (const [key, id] of fieldIds) {
    const jql = `cf[${id.slice('customfield_'.length)}] is not EMPTY AND project = SHOP`;
    const search = await hands.rest<{ issues: { id: string }[] }>('POST', '/rest/api/3/search/jql', { jql });
    found.set(`JQL on ${key}`, [search.status, search.body.issues?.map((one) => one.id)]);
  }
  return found;
}

/** What was there before and is not the same after. */
export function lost(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  return [...before].flatMap(([key, value]) =>
    JSON.stringify(after.get(key)) === JSON.stringify(value)
      ? []
      : [`${key}: ${JSON.stringify(value)} -> ${JSON.stringify(after.get(key))}`],
  );
}
