import { documentWithMentions } from '../../shell/jira/fields/mentions';

const PEOPLE = [
  { accountId: 'ann', displayName: 'Ann' },
  { accountId: 'ann-lee', displayName: 'Ann Lee' },
];
const text = (words: string) => ({ type: 'text', text: words });
const mention = (id: string, name: string) => ({ type: 'mention', attrs: { id, text: `@${name}` } });
const contentOf = (typed: string) => documentWithMentions(typed, PEOPLE).content.map(({ content }) => content);

test('a whole name after an at sign mentions somebody, the longest one that fits', () => {
  expect(contentOf('Would @ann lee and @Ann look?')).toEqual([
    [text('Would '), mention('ann-lee', 'Ann Lee'), text(' and '), mention('ann', 'Ann'), text(' look?')],
  ]);
});

test('other at signs stay text, and lines stay paragraphs', () => {
  expect(contentOf('mail a@b.org to @Annabel\n\n@Ann')).toEqual([
    [text('mail a@b.org to @Annabel')],
    [],
    [mention('ann', 'Ann')],
  ]);
});
