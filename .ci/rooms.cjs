/**
 * Who may import what: the rooms of the design as data, for the rules that `npm run rooms` checks and for the table of
 * ARCHITECTURE.md. A room is named by `room`; everything in the project that is neither itself nor listed is refused.
 */
const ROOMS = [
  { room: 'controls', may: [] },
  { room: 'src/domain', may: ['controls/decisions', 'controls/documents'] },
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
      'src/product/personal-data\\.ts$',
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
  { room: 'src/context\\.ts$', may: [] },
  { room: 'src/errors\\.ts$', may: ['src/words'] },
  { room: 'src/log\\.ts$', may: [] },
  { room: 'src/index\\.ts$', may: ['src/entries', 'src/usecases'] },
  // Mappings and questions are data: how to decode a file, and what to ask, is read from them on either side.
  { room: 'static', may: ['src/contract', 'src/words', 'controls/decisions', 'controls/inventory'] },
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
  { room: 'src/context\\.ts$', of: ['src/domain', 'src/store', 'src/log\\.ts$', 'controls'] },
  { room: 'static', of: ['src/domain', 'controls'] },
];

/** The packages that rooms may use; a room that is not listed may use any that the app ships. */
const PACKAGES = [
  { room: 'controls', may: ['zod'] },
  { room: 'src/domain', may: [] },
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

module.exports = { ROOMS, TYPES, PACKAGES };
