import { FIGURES_SHOWN_TO, ORGANISATION_VIEWS, READERS, seenBy } from '../../src/domain/reader';

/** `documents.md` 8: the readers in levels. */

const rank = (reader: (typeof READERS)[number], shownTo: (typeof FIGURES_SHOWN_TO)[number]) =>
  ORGANISATION_VIEWS.indexOf(seenBy(reader, shownTo));

test('anonymous <= customer <= guest <= Confluence only <= holder: signing in never shows less', () => {
  for (const shownTo of FIGURES_SHOWN_TO) {
    const ranks = READERS.map((reader) => rank(reader, shownTo));
    expect([shownTo, ranks]).toEqual([shownTo, [...ranks].sort((a, b) => a - b)]);
  }
});

test('each level shows at least what the one before it shows', () => {
  for (const reader of READERS) {
    const ranks = FIGURES_SHOWN_TO.map((shownTo) => rank(reader, shownTo));
    expect([reader, ranks]).toEqual([reader, [...ranks].sort((a, b) => a - b)]);
  }
});

test.each([
  ['anonymous', ['nothing', 'nothing', 'counts']],
  ['customer', ['nothing', 'nothing', 'counts']],
  ['guest', ['nothing', 'nothing', 'counts']],
  ['licensed', ['nothing', 'reasons', 'reasons']],
  ['holder', ['everything', 'everything', 'everything']],
] as const)('%s: levels 1, 2, 3', (reader, views) => {
  expect(FIGURES_SHOWN_TO.map((shownTo) => seenBy(reader, shownTo))).toEqual(views);
});
