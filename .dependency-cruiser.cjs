/**
 * Who may import what: the rooms of the design as rules. Paths are resolved, so aliases and re-exports do not slip through.
 * A room is named by `from`; everything in the project that is neither itself nor listed is refused. Packages have rules
 * of their own below.
 */
const ROOMS = [
  { room: 'controls', may: [] },
  { room: 'src/domain', may: ['controls/documents'] },
  // Every sentence that a person reads; no schemas, because screens load it.
  { room: 'src/words', may: ['src/domain'] },
  { room: 'src/contract', may: ['src/domain'] },
  { room: 'src/product', may: ['src/errors\\.ts$'] },
  { room: 'src/jira', may: ['src/product', 'src/errors\\.ts$'] },
  { room: 'src/confluence', may: ['src/product', 'src/errors\\.ts$'] },
  { room: 'src/store', may: ['src/domain', 'src/errors\\.ts$'] },
  { room: 'src/queue', may: ['src/store'] },
  {
    room: 'src/ingest',
    may: [
      'src/domain',
      'src/jira',
      'src/confluence',
      'src/store',
      'src/queue',
      'src/context\\.ts$',
      'src/errors\\.ts$',
      'src/log\\.ts$',
    ],
  },
  {
    room: 'src/blueprint',
    may: ['src/domain', 'src/jira', 'src/store', 'src/queue', 'src/errors\\.ts$', 'src/log\\.ts$'],
  },
  {
    room: 'src/usecases',
    may: [
      'src/domain',
      'src/contract',
      'src/words',
      'src/blueprint',
      'src/ingest',
      'src/queue',
      'src/jira',
      'src/confluence',
      'src/store',
      'src/context\\.ts$',
      'src/errors\\.ts$',
      'src/log\\.ts$',
      'controls',
    ],
  },
  { room: 'src/entries', may: ['src', 'controls'] },
  // Mappings are data: how to decode a file is read from them on either side.
  { room: 'static', may: ['src/contract', 'src/words', 'controls/inventory'] },
  // Knows nothing of the app but how Forge reads one: manifest.yml and the bundles.
  { room: 'local', may: [] },
  // What is run by hand: it joins the app, by procedures and files alone, and the local site.
  { room: 'cli', may: ['local', 'src/contract', 'src/words', 'controls'] },
];

/** Types of these rooms may be named where their code may not be called. */
const TYPES = [
  { room: 'src/domain', of: ['controls'] },
  { room: 'src/contract', of: ['controls'] },
  { room: 'src/jira', of: ['src/domain', 'controls'] },
  { room: 'src/store', of: ['controls'] },
  { room: 'src/queue', of: ['src/domain'] },
  { room: 'src/ingest', of: ['controls'] },
  { room: 'src/blueprint', of: ['controls'] },
  { room: 'static', of: ['src/domain', 'controls'] },
];

const TYPE_ONLY = ['type-only'];
const inside = (path) => `^${path}${path.endsWith('$') ? '' : '/'}`;
const either = (paths) => paths.map(inside).join('|');
const typesOf = (room) => TYPES.find((entry) => entry.room === room)?.of ?? [];

const rooms = ROOMS.flatMap(({ room, may }) => {
  const open = [room, ...may];
  const types = typesOf(room);
  return [
    {
      name: `room ${room}`,
      comment: `${room} may import ${[...may, 'its own files'].join(', ')}${types.length > 0 ? `; types also of ${types.join(', ')}` : ''}.`,
      severity: 'error',
      from: { path: inside(room) },
      to: {
        path: either(['src', 'static', 'local', 'cli', 'controls', 'test']),
        pathNot: either([...open, ...types]),
      },
    },
    ...(types.length === 0
      ? []
      : [
          {
            name: `room ${room}: types only`,
            comment: `${room} may name types of ${types.join(', ')}, and call nothing there.`,
            severity: 'error',
            from: { path: inside(room) },
            to: { path: either(types), pathNot: either(open), dependencyTypesNot: TYPE_ONLY },
          },
        ]),
  ];
});

const PACKAGES = [
  { room: 'controls', may: ['zod'] },
  { room: 'src/domain', may: ['controls/documents'] },
  { room: 'src/contract', may: ['zod'] },
  { room: 'src/product', may: ['zod', '@forge/api'] },
  { room: 'src/jira', may: ['zod', '@forge/api'] },
  { room: 'src/confluence', may: ['zod', '@forge/api'] },
  { room: 'src/store', may: ['zod', '@forge/sql', '@forge/kvs'] },
  { room: 'src/queue', may: ['zod', '@forge/events'] },
  { room: 'src/ingest', may: ['zod', '@forge/events'] },
  { room: 'src/blueprint', may: [] },
  { room: 'src/usecases', may: [] },
];

const packages = PACKAGES.map(({ room, may }) => ({
  name: `packages of ${room}`,
  comment: `${room} may use ${may.length > 0 ? may.join(', ') : 'no package'}.`,
  severity: 'error',
  from: { path: inside(room) },
  to: { path: 'node_modules', pathNot: may.map((name) => `node_modules/${name}/`).join('|') || '^$' },
}));

module.exports = {
  forbidden: [
    ...rooms,
    ...packages,
    {
      name: 'domain is pure',
      comment: 'No clock, network or storage: these come in as arguments.',
      severity: 'error',
      from: { path: '^src/(domain|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the browser has no server',
      severity: 'error',
      from: { path: '^static/', pathNot: 'vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no cycles',
      comment: 'Not by types either: what two files need of each other belongs in a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'the app ships no development package',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: TYPE_ONLY },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
