import type { Breach } from '../breach';

/** An entity is queried by an attribute for which the manifest declares no index. */
export const entityIndex: Breach = {
  check: 'entity-index',
  async breaks({ call }) {
    await call('kvs', { does: 'entity-set', entity: 'person', key: 'ann', value: { age: 40 } });
    const answer = (await call('entity-query', { index: 'age', where: ['equalTo', 40] })) as Record<string, unknown>;
    return answer.code ?? answer.keys;
  },
  refused: 'INVALID_ENTITY_INDEX',
  letThrough: ['ann'],
};
