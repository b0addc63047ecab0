/** A table as far as its widths go. */
interface Node {
  readonly content?: readonly Node[] | undefined;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Widths of a table's columns in pixels, as the cells of its first row declare them (`colwidth`); null where one does not, for
 * then the converter measures by content, as Confluence's does.
 */
export function columnWidths(table: Node): number[] | null {
  const [first] = table.content ?? [];
  const widths = (first?.content ?? []).flatMap(({ attrs }) => {
    const span = Number(attrs?.colspan ?? 1);
    const declared = Array.isArray(attrs?.colwidth) ? attrs.colwidth : [];
    return Array.from({ length: span }, (_, column) => Number(declared[column]));
  });
  return widths.length > 0 && widths.every((width) => width > 0 && width < MOST) ? widths : null;
}

/** No page is wider, so such a width is a mistake. */
const MOST = 10_000;
