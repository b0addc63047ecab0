/**
 * Which modules are fetched together. A page of Confluence may show all six macros, each a frame of its own: as many small files as
 * there are things in common would be a request each, and one file of everything would make each macro as heavy as a page. So what
 * every frame draws with is one chunk, and what is used together another; `npm run bench -- --only first-load` has both goals.
 */
export const CHUNKS = [
  {
    // React, the query client, the bridge, and the words and looks that stand in every frame.
    name: 'frame',
    test: anyOf(
      'node_modules/(react|react-dom|scheduler|@tanstack/(query-core|react-query)|@babel/runtime|@atlaskit/(css-reset|heading))/',
      'static/shared/bridge/(call|draw|query-client)',
      'static/shared/hooks/use-(action|procedure|reading|scope-title)',
      'static/shared/ui/(as-of|instant-words|layout|link-button|notice|rows-link|screen|text)',
      String.raw`static/shared/(place|routes|scope)\.`,
      String.raw`src/words/(days|figures|not-allowed|numbers|states)\.`,
    ),
  },
  {
    name: 'states',
    test: anyOf(
      'static/shared/ui/(issue-link|populations|state-|states|tile-group)',
      String.raw`src/words/statement(-systems)?\.`,
    ),
  },
  // Looks that pages of rows have besides.
  { name: 'rows', test: anyOf('static/shared/ui/(figure-meter|table)') },
  {
    name: 'risk',
    test: anyOf(
      'static/shared/ui/(heat-map|risk-level)',
      String.raw`src/words/(risks|vocabulary)\.`,
      String.raw`src/(contract/risk-level|domain/criteria/criteria)\.`,
      String.raw`src/domain/vocabulary/ai-risk\.`,
    ),
  },
  { name: 'nonconformities', test: anyOf('src/(domain/nonconformity|words/nonconformities)') },
  { name: 'atlaskit', test: anyOf('@atlaskit/(spinner|visually-hidden)/', 'static/shared/ui/waiting') },
  {
    name: 'pressed',
    test: anyOf('@atlaskit/.*(focusable|merge-refs|noop|use-auto-focus)', 'static/shared/ui/list-choice'),
  },
  {
    // What macros share, apart from the module of each.
    name: 'macro',
    test: anyOf(
      'static/shared/ui/ruled-table',
      'static/features/macros/(invalid-scope|macro|macro-frame|macro-reading|state-legend|summary|system-coverage|table)',
    ),
  },
];

function anyOf(...patterns: string[]): RegExp {
  return new RegExp(patterns.join('|'));
}
