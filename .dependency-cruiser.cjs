/**
 * The rooms of `.ci/rooms.cjs` as rules. Paths are resolved, so aliases and re-exports do not slip through. Packages have rules
 * of their own below.
 */
const { ROOMS, TYPES, PACKAGES } = require('./.ci/rooms.cjs');

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
