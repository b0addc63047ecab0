import { readSubmitted } from '../../../local/shell/editor/config-payload';

const codeOf = (payload: unknown, isBodied = false): string | null => {
  try {
    readSubmitted(payload, isBodied);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('a config holds what Confluence can store', () => {
  const config = { scope: { project: 'UW' }, controls: ['A.2.2', 'A.2.3'], limit: 5, preview: true, none: undefined };
  expect(readSubmitted({ config }, false)).toEqual({ config, body: null, keepEditing: false });
});

test.each([
  ['no object', 'text', 'INVALID_PAYLOAD'],
  ['no config', {}, 'INVALID_CONFIG'],
  ['null deep inside', { config: { a: { b: null } } }, 'INVALID_CONFIG'],
  ['a list in a list', { config: { a: [[1]] } }, 'INVALID_CONFIG'],
  ['a list of several types', { config: { a: [1, 'b'] } }, 'INVALID_CONFIG'],
  ['a map', { config: { a: new Map() } }, 'INVALID_CONFIG'],
  ['a body without a place for it', { config: {}, body: { type: 'doc', content: [] } }, 'INVALID_EXTENSION_TYPE'],
])('%s is refused', (_name, payload, code) => {
  expect(codeOf(payload)).toBe(code);
});

test('a body must be a document', () => {
  expect(codeOf({ config: {}, body: { type: 'paragraph' } }, true)).toBe('INVALID_BODY');
  expect(codeOf({ config: {}, body: { type: 'doc', version: 1, content: [] } }, true)).toBeNull();
});
