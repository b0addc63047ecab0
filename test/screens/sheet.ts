import { z } from 'zod';
import { KINDS, type PersonKind } from './people';
import { SCREENS, type Screen } from './screens';

/** One sheet of all: screen x kind of person x theme x width, what each picture showed, and what was mended since. */
export const THEMES = ['light', 'dark', 'light-contrast', 'dark-contrast'] as const;
const WIDTHS = [400, 760, 1440] as const;
export type Theme = (typeof THEMES)[number];

/** One picture, or a set of them: what is left out holds for all. */
export interface Place {
  screen: string;
  person: PersonKind;
  theme: Theme;
  width: number;
}

/** A line that somebody wrote after looking. It stands in a file of its own, so that it outlives the pictures. */
const lineSchema = z.strictObject({
  screen: z.enum(SCREENS.map(({ name }) => name)),
  person: z.enum(KINDS).optional(),
  theme: z.enum(THEMES).optional(),
  width: z.union(WIDTHS.map((width) => z.literal(width))).optional(),
  seen: z.string().min(1),
  /** What was done about it; without it what was seen is right, or still open. */
  mended: z.string().min(1).optional(),
  open: z.literal(true).optional(),
});
export const linesSchema = z.array(lineSchema);
export type Line = z.output<typeof lineSchema>;

/** Who may come to a screen at all; for everybody else there is nothing to take. */
const peopleOf = ({ people }: Screen): readonly PersonKind[] => people ?? ['administrator'];

/** All places of the sheet, in its order. */
export const PLACES: readonly Place[] = SCREENS.flatMap((screen) =>
  peopleOf(screen).flatMap((person) =>
    THEMES.flatMap((theme) => WIDTHS.map((width): Place => ({ screen: screen.name, person, theme, width }))),
  ),
);

export const fileOf = ({ screen, person, theme, width }: Place): string => `${screen}/${person}-${theme}-${width}.png`;

const isOf = (line: Line, place: Place): boolean =>
  line.screen === place.screen &&
  (line.person ?? place.person) === place.person &&
  (line.theme ?? place.theme) === place.theme &&
  (line.width ?? place.width) === place.width;

/** The committed sheet: a table for each screen, and the lines below it. */
export function sheetText(lines: readonly Line[], taken: ReadonlySet<string>): string {
  const count = PLACES.filter((place) => taken.has(fileOf(place))).length;
  return `${[
    '# Sheet of screens',
    '',
    'Every screen, to each kind of person that may come to it, in every theme of the host, at three widths. `npm run screens` takes the pictures into `.cache/screens` and',
    'writes this file; what was seen and mended stands in `seen.json` beside it. ✓ taken, ✎ taken and said below, · not taken.',
    '',
    `${count} of ${PLACES.length} pictures taken.`,
    ...SCREENS.map((screen) => partOf(screen, lines, taken)),
  ].join('\n')}\n`;
}

const HEAD = THEMES.flatMap((theme) => WIDTHS.map((width) => `${theme} ${width}`));

function partOf(screen: Screen, lines: readonly Line[], taken: ReadonlySet<string>): string {
  const own = lines.filter((line) => line.screen === screen.name);
  const sign = (place: Place) => {
    if (!taken.has(fileOf(place))) return '·';
    return own.some((line) => isOf(line, place)) ? '✎' : '✓';
  };
  const rows = peopleOf(screen).map((person) => {
    const signs = PLACES.filter((place) => place.screen === screen.name && place.person === person).map(sign);
    return [person, ...signs];
  });
  return [
    `\n## ${screen.name}\n`,
    ...tableText([['person', ...HEAD], ...rows]),
    ...(own.length > 0 ? ['', ...own.map(sentenceOf)] : []),
  ].join('\n');
}

/** Lines of a table, whose columns are as wide as the repository's formatter makes them. */
function tableText([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function sentenceOf({ person, theme, width, seen, mended, open }: Line): string {
  const where = [person, theme, width].filter((part) => part !== undefined).join(', ');
  const end = mended === undefined ? (open ? ' **Open.**' : '') : ` Mended: ${mended}`;
  return `- ${where === '' ? 'all' : where}: ${seen}${end}`;
}

/** The page that shows all pictures, to be looked at in a browser. */
export function sheetPage(taken: ReadonlySet<string>): string {
  const cell = (place: Place) => {
    const file = fileOf(place);
    return taken.has(file)
      ? `<td><a href="${file}"><img loading="lazy" src="${file}" alt="${file}"></a></td>`
      : '<td>·</td>';
  };
  const rows = SCREENS.flatMap((screen) =>
    peopleOf(screen).map((person) => {
      const own = PLACES.filter((place) => place.screen === screen.name && place.person === person);
      return `<tr><th>${screen.name}<br>${person}</th>${own.map(cell).join('')}</tr>`;
    }),
  );
  const head = HEAD.map((words) => `<th>${words}</th>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>Sheet of screens</title>
<style>img{width:240px;border:1px solid #999}td{vertical-align:top}</style>
<table><tr><th></th>${head}</tr>${rows.join('\n')}</table>`;
}
