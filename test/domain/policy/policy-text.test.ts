import { type AdfNode, changedBlocks } from '../../../src/domain/policy/policy-text';

/** Which blocks of the policy differ between two versions: what an approver is shown as changed. */

const block = (text: string, localId?: string): AdfNode => ({
  type: 'paragraph',
  ...(localId === undefined ? {} : { attrs: { localId } }),
  content: [{ type: 'text', text }],
});
const words = (blocks: readonly AdfNode[]) => blocks.map(({ content }) => content?.[0]?.text);
const changed = (before: AdfNode[], after: AdfNode[]) => {
  const { added, removed } = changedBlocks(before, after);
  return { added: words(added), removed: words(removed) };
};

test('a changed block is in both lists, one that was only added or taken out in one', () => {
  const before = [block('Purpose'), block('We answer.'), block('Gone')];
  expect(changed(before, [block('Purpose'), block('We always answer.'), block('New')])).toEqual({
    added: ['We always answer.', 'New'],
    removed: ['We answer.', 'Gone'],
  });
  expect(changed(before, before.slice(0, 2))).toEqual({ added: [], removed: ['Gone'] });
});

test('a block that stands there once more is added; what only the editor knows is no change', () => {
  expect(changed([block('Same', 'a')], [block('Same', 'b')])).toEqual({ added: [], removed: [] });
  expect(changed([block('Same')], [block('Same'), block('Same')])).toEqual({ added: ['Same'], removed: [] });
});
