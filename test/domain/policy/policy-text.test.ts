import type { AdfNode } from '../../../src/domain/document/adf';
import { fingerprintOf, policyTextOf } from '../../../src/domain/policy/policy-text';

/** Which text of a page is the policy, and that approvals of version 0.1.0 still know theirs. */

const paragraph = (text: string, attrs: object = {}): AdfNode => ({
  type: 'paragraph',
  attrs: { ...attrs },
  content: [{ type: 'text', text }],
});
const macro = (...content: AdfNode[]): AdfNode => ({
  type: 'bodiedExtension',
  attrs: { extensionKey: 'app/static/aims-policy' },
  content,
});

test('the policy is what stands in the first macro, however deep; an empty macro holds none', () => {
  const text = [paragraph('We answer.')];
  const page = { type: 'doc', content: [{ type: 'layoutSection', content: [macro(...text)] }, macro(paragraph('No'))] };
  expect(policyTextOf(page)).toEqual(text);
  expect(policyTextOf({ type: 'doc', content: [macro(paragraph(' '))] })).toBeNull();
});

test('an approval of version 0.1.0 finds its text by the fingerprint of then', async () => {
  // SHA-256 of {"content":[{"text":"We answer.","type":"text"}],"type":"paragraph"}, which version 0.1.0 computed.
  const then = 'b1eb18f73c7ddbc5b20ae64c6793ade7bfdaf76ce6662039dec0a593a8751d8e';
  expect(await fingerprintOf([paragraph('We answer.', { localId: 'a' })], 'former')).toBe(then);
  expect(await fingerprintOf([paragraph('We answer.')], 'canonical')).not.toBe(then);
});
