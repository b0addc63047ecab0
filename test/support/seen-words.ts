import type { Hands } from './site';

/** What set-up called things, by their ids: people may rename them, and they mean the same. */
export interface Words {
  field(id: string): string;
  option(id: string, text: string): string;
  status(id: string): string;
  type(id: string): string;
  link(id: string): string;
  resolution(id: string): string;
  /** Every option of every field, as they were. */
  readonly options: readonly OptionWord[];
}

export interface OptionWord {
  id: string;
  /** The name of its field, and where it is kept. */
  field: string;
  fieldId: string;
  contextId: string;
  text: string;
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
  const options = await readOptions(hands, fields);
  const texts = new Map(options.map(({ id, text }) => [id, text]));
  // What came later has no other name than the one that it has.
  return {
    field: (id) => fields.get(id) ?? id,
    option: (id, text) => texts.get(id) ?? text,
    status: (id) => statuses.get(id) ?? id,
    type: (id) => types.get(id) ?? id,
    link: (id) => links.get(id) ?? id,
    resolution: (id) => resolutions.get(id) ?? id,
    options,
  };
}

const named = (beans: readonly Bean[]): Map<string, string> => new Map(beans.map(({ id, name }) => [id, name]));

async function read<T>(hands: Hands, path: string): Promise<T> {
  const { status, body } = await hands.rest<T>('GET', `/rest/api/3${path}`);
  if (status >= 400) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

async function readOptions(hands: Hands, fields: ReadonlyMap<string, string>): Promise<OptionWord[]> {
  const words: OptionWord[] = [];
  for (const [fieldId, field] of fields) {
    if (!fieldId.startsWith('customfield_')) continue;
    const { values } = await read<{ values: { id: string }[] }>(hands, `/field/${fieldId}/context`);
    for (const { id: contextId } of values) {
      // Fields without options refuse the question.
      const path = `/rest/api/3/field/${fieldId}/context/${contextId}/option?maxResults=1000`;
      const { status, body } = await hands.rest<{ values: { id: string; value: string }[] }>('GET', path);
      if (status === 200)
        words.push(...body.values.map(({ id, value }) => ({ id, field, fieldId, contextId, text: value })));
    }
  }
  return words;
}
