import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DocumentNode } from '../host/macros/node';
import { columnWidths } from './column-widths';
import { runsOf } from './word-inline';
import { DEEPEST_LEVEL, ORDERED } from './word-lists';

type Block = Paragraph | Table;

/** What the blocks around give to a paragraph: its place in lists, its colour, its edge. */
interface Around {
  readonly list?: { readonly level: number; readonly instance: number | null };
  readonly options?: Partial<IParagraphOptions>;
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const PANEL_FILL: Readonly<Record<string, string>> = {
  info: 'E9F2FF',
  note: 'F3F0FF',
  success: 'DCFFF1',
  tip: 'DCFFF1',
  warning: 'FFF7D6',
  error: 'FFECEB',
};
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8590A2', space: 6 };
/** Of a pixel, of which there are 96 to an inch; Word counts 1,440. */
const TWIPS = 15;
const FULL_WIDTH = { size: 100, type: WidthType.PERCENTAGE };

/** Each ordered list counts for itself: Word asks for an instance number. */
let lists = 0;

/** The blocks of a document. */
export const blocksOf = (nodes: readonly DocumentNode[] = [], around: Around = {}): Block[] =>
  nodes.flatMap((node) => (BLOCKS[node.type] ?? unknown)(node, around));

function line(node: DocumentNode, { list, options }: Around, more: Partial<IParagraphOptions> = {}): Paragraph {
  const level = Math.min(list?.level ?? 0, DEEPEST_LEVEL);
  const place: Partial<IParagraphOptions> =
    list === undefined
      ? {}
      : list.instance === null
        ? { bullet: { level } }
        : { numbering: { reference: ORDERED, level, instance: list.instance } };
  return new Paragraph({ children: runsOf(node.content), spacing: { after: 120 }, ...place, ...options, ...more });
}

/** Only the first paragraph of an item carries its sign; what follows is indented. */
function item(node: DocumentNode, around: Around): Block[] {
  return (node.content ?? []).flatMap((child, index) => {
    if (index === 0 || /List$/.test(child.type)) return blocksOf([child], around);
    const indent = { left: 500 * ((around.list?.level ?? 0) + 1) };
    return blocksOf([child], { options: { ...around.options, indent } });
  });
}

const list =
  (ordered: boolean) =>
  (node: DocumentNode, around: Around): Block[] => {
    const level = around.list ? around.list.level + 1 : 0;
    if (ordered) lists += 1;
    const instance = ordered ? lists : null;
    return (node.content ?? []).flatMap((child) => item(child, { ...around, list: { level, instance } }));
  };

/** Task and decision lists: a sign in front of the line. */
const signed =
  (sign: (node: DocumentNode) => string) =>
  (node: DocumentNode, around: Around): Block[] =>
    (node.content ?? []).flatMap((child) =>
      /List$/.test(child.type)
        ? blocksOf([child], around)
        : [line({ ...child, content: [{ type: 'text', text: sign(child) }, ...(child.content ?? [])] }, around)],
    );

function table(node: DocumentNode): Block[] {
  const rows = (node.content ?? []).map(
    (row) =>
      new TableRow({
        tableHeader: (row.content ?? []).every((cell) => cell.type === 'tableHeader'),
        children: (row.content ?? []).map(cellOf),
      }),
  );
  const widths = columnWidths(node)?.map((width) => width * TWIPS);
  const declared = widths && {
    columnWidths: widths,
    width: { size: widths.reduce((all, width) => all + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  };
  return rows.length === 0 ? [] : [new Table({ rows, width: FULL_WIDTH, ...declared }), new Paragraph({})];
}

function cellOf(cell: DocumentNode): TableCell {
  const span = (name: 'colspan' | 'rowspan') => Math.max(1, Number(cell.attrs?.[name] ?? 1) || 1);
  const heading = cell.type === 'tableHeader';
  const background = /^#([0-9a-fA-F]{6})$/.exec(String(cell.attrs?.background ?? ''))?.[1];
  const fill = background ?? (heading ? 'F0F1F2' : undefined);
  const blocks = blocksOf(cell.content);
  return new TableCell({
    // A cell needs a paragraph, and its last block must be one.
    children: blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, new Paragraph({})],
    columnSpan: span('colspan'),
    rowSpan: span('rowspan'),
    ...(fill ? { shading: { fill, type: ShadingType.CLEAR } } : {}),
  });
}

function panel(node: DocumentNode, around: Around): Block[] {
  const fill = PANEL_FILL[String(node.attrs?.panelType)] ?? PANEL_FILL.info ?? '';
  const options = { ...around.options, shading: { fill, type: ShadingType.CLEAR }, border: { left: LINE } };
  return blocksOf(node.content, { ...around, options });
}

/** Code keeps its lines. */
function code(node: DocumentNode): Block[] {
  const text = (node.content ?? []).map((child) => child.text ?? '').join('');
  return text.split('\n').map(
    (row) =>
      new Paragraph({
        children: [new TextRun({ text: row, font: 'Consolas' })],
        shading: { fill: 'F0F1F2', type: ShadingType.CLEAR },
      }),
  );
}

function expand(node: DocumentNode, around: Around): Block[] {
  const title = new Paragraph({ children: [new TextRun({ text: String(node.attrs?.title ?? ''), bold: true })] });
  return [title, ...blocksOf(node.content, around)];
}

/** What this file does not know keeps its texts. */
function unknown(node: DocumentNode, around: Around): Block[] {
  const blocks = (node.content ?? []).some((child) => child.type !== 'text');
  if (blocks) return blocksOf(node.content, around);
  return node.text || node.content ? [line(node.text ? { type: 'paragraph', content: [node] } : node, around)] : [];
}

const BLOCKS: Readonly<Record<string, (node: DocumentNode, around: Around) => Block[]>> = {
  paragraph: (node, around) => [line(node, around)],
  heading: (node, around) => {
    const level = Math.min(6, Math.max(1, Number(node.attrs?.level ?? 1) || 1));
    return [line(node, around, { heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_1 })];
  },
  bulletList: list(false),
  orderedList: list(true),
  taskList: signed((node) => (node.attrs?.state === 'DONE' ? '☑ ' : '☐ ')),
  decisionList: signed(() => '✔ '),
  blockquote: (node, around) =>
    blocksOf(node.content, {
      ...around,
      options: { ...around.options, indent: { left: 400 }, border: { left: LINE } },
    }),
  codeBlock: code,
  rule: () => [new Paragraph({ border: { bottom: LINE } })],
  panel,
  expand,
  nestedExpand: expand,
  table,
  media: (node, around) => [
    line({ type: 'paragraph', content: [{ type: 'text', text: `[${String(node.attrs?.alt ?? 'file')}]` }] }, around),
  ],
  blockCard: (node, around) => [line({ type: 'paragraph', content: [{ ...node, type: 'inlineCard' }] }, around)],
  embedCard: (node, around) => [line({ type: 'paragraph', content: [{ ...node, type: 'inlineCard' }] }, around)],
};
