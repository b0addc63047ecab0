import type { Hands } from './site';

/** What set-up called things, by their ids: people may rename them, and they mean the same. */
export interface Words {
  field(id: string): string;
  option(id: string, text: string): string;
  status(id: string): string;
  type(id: string): string;
  link(id: string): string;
  resolution(id: string): string;
}

interface Bean {
  id: string;
  name: string;
}

/** Reads how everything is called now. Read before people rename things, it tells what they are when they have done so. */
export async function readWords(hands: Hands): Promise<Words> {
  const fields = named(await read<Bean[]>(hands, '/field'));
  const statuses = named(await read<Bean[]>(hands, '/status'));
  const types = named(await read<Bean[]>(hands, '/issuetype'));
  const links = named((await read<{ issueLinkTypes: Bean[] }>(hands, '/issueLinkType')).issueLinkTypes);
  const resolutions = named(await read<Bean[]>(hands, '/resolution'));
  const options = await optionTexts(hands, [...fields.keys()]);
  // What came later has no other name than the one that it has.
  return {
    field: (id) => fields.get(id) ?? id,
    option: (id, text) => options.get(id) ?? text,
    status: (id) => statuses.get(id) ?? id,
    type: (id) => types.get(id) ?? id,
    link: (id) => links.get(id) ?? id,
    resolution: (id) => resolutions.get(id) ?? id,
  };
}

const named = (beans: readonly Bean[]): Map<string, string> => new Map(beans.map(({ id, name }) => [id, name]));

async function read<T>(hands: Hands, path: string): Promise<T> {
  const { status, body } = await hands.rest<T>('GET', `/rest/api/3${path}`);
  if (status >= 400) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function optionTexts(hands: Hands, fieldIds: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const field of fieldIds.filter((id) => id.startsWith('customfield_'))) {
    const { values } = await read<{ values: { id: string }[] }>(hands, `/field/${field}/context`);
    for (const { id: context } of values) {
      // Fields without options refuse the question.
      const path = `/rest/api/3/field/${field}/context/${context}/option?maxResults=1000`;
      const { status, body } = await hands.rest<{ values: { id: string; value: string }[] }>('GET', path);
      for (const { id, value } of status === 200 ? body.values : []) texts.set(id, value);
    }
  }
  return texts;
}
