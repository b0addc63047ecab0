import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, read } from './documents';
import { section, tableRows } from './markdown';

const { ROOMS, TYPES, PACKAGES } = require('../../.ci/rooms.cjs') as {
  ROOMS: { room: string; may: string[] }[];
  TYPES: { room: string; of: string[] }[];
  PACKAGES: { room: string; may: string[] }[];
};

const rows = tableRows(section(read('ARCHITECTURE.md'), 'Rooms')).map((row) => ({
  path: (row.path ?? '').replaceAll('`', ''),
  imports: row['may import'] ?? '',
}));
/** What is in a folder. Folders without a file are left over where files were moved: nothing that is kept knows of them. */
const entries = (folder: string) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => !entry.isDirectory() || hasFile(entry));
const hasFile = ({ parentPath, name }: Dirent): boolean =>
  readdirSync(join(parentPath, name), { withFileTypes: true, recursive: true }).some((inner) => inner.isFile());

/** As the table writes it: `src/store\.ts$` is a file, everything else a folder. */
const pathOf = (room: string): string => (room.endsWith('$') ? room.replace('\\.ts$', '.ts') : `${room}/`);

test('every file and folder of src has a row, and each of what stands beside it', () => {
  const inSrc = entries('src').map((entry) => `src/${entry.name}${entry.isDirectory() ? '/' : ''}`);
  expect(
    rows
      .map(({ path }) => path)
      .filter((path) => path.startsWith('src/'))
      .sort(),
  ).toEqual(inSrc.sort());
  const beside = entries('.')
    .filter((entry) => entry.isDirectory() && !/^\.|^(node_modules|src)$/.test(entry.name))
    .map(({ name }) => `${name}/`);
  const others = rows.map(({ path }) => path).filter((path) => path.endsWith('/') && !path.startsWith('src/'));
  expect(others.sort()).toEqual(beside.sort());
});

test('each row says what `npm run rooms` lets the room import', () => {
  const short = (paths: readonly string[]) =>
    paths.map((path) => path.replace(/^src\//, '').replace('\\.ts$', '')).join(', ');
  const said = Object.fromEntries(
    ROOMS.map(({ room, may }) => {
      const types = TYPES.find((entry) => entry.room === room)?.of ?? [];
      const packages = PACKAGES.find((entry) => entry.room === room)?.may ?? [];
      const parts = [
        short(may),
        types.length > 0 ? `types of ${short(types)}` : '',
        packages.map((name) => (name.startsWith('@') ? `\`${name}\`` : name)).join(', '),
      ];
      return [pathOf(room), parts.filter(Boolean).join('; ') || 'nothing'];
    }),
  );
  expect(
    Object.fromEntries(rows.filter(({ imports }) => imports !== '').map(({ path, imports }) => [path, imports])),
  ).toEqual(said);
});

test('test/ has folders of rooms, and those that the sentence below the table names', () => {
  const about = /^Besides, `test\/` has (.+?)\.$/ms.exec(section(read('ARCHITECTURE.md'), 'Rooms'))?.[1] ?? '';
  const named = [...about.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const rooms = rows.map(({ path }) => path.replace(/^src\//, '').replace(/\/$/, ''));
  const folders = entries('test').filter((entry) => entry.isDirectory());
  expect(
    folders
      .map(({ name }) => name)
      .filter((name) => !rooms.includes(name))
      .sort(),
  ).toEqual(named.sort());
  expect(entries('test').filter((entry) => !entry.isDirectory())).toEqual([]);
});

/** Folders of test/ that are arranged by something else: how long histories are, and the three things that the local site is. */
const ARRANGED_OTHERWISE = ['ingest', 'local'];

test('below a room’s folder in test/ stand folders of the room', () => {
  const odd = rows.flatMap(({ path }) => {
    const room = path.replace(/^src\//, '').replace(/\/$/, '');
    if (ARRANGED_OTHERWISE.includes(room) || !existsSync(join(ROOT, 'test', room))) return [];
    return foldersBelow(`test/${room}`)
      .filter((folder) => !existsSync(join(ROOT, path, folder)))
      .map((folder) => `test/${room}/${folder}`);
  });
  expect(odd).toEqual([]);
});

/** Those that hold tests, not what tests are made of. */
const foldersBelow = (folder: string): string[] =>
  [
    ...new Set(
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.test\.tsx?$/.test(file))
        .map(dirname),
    ),
  ].filter((below) => below !== '.');
