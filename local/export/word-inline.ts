import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { DocumentNode } from '../host/macros/node';
import { inlineText, safeHref } from './elements';

interface Mark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

const STATUS_FILL: Readonly<Record<string, string>> = {
  neutral: 'DDDEE1',
  purple: 'EED7FC',
  blue: 'CFE1FD',
  red: 'FFD5D2',
  yellow: 'F5E989',
  green: 'BAF3DB',
};

/** The runs of a line: texts with their marks, links, and what stands for other inline nodes. */
export function runsOf(nodes: readonly DocumentNode[] = []): ParagraphChild[] {
  return nodes.map((node) => {
    if (node.type === 'hardBreak') return new TextRun({ break: 1 });
    if (node.type === 'status') return statusRun(node);
    const marks = (node.marks ?? []) as readonly Mark[];
    const address =
      node.type === 'inlineCard' ? node.attrs?.url : marks.find((mark) => mark.type === 'link')?.attrs?.href;
    const options = optionsOf(marks);
    const href = safeHref(address);
    // Word has no addresses within this site.
    if (href === null || !/^(https?|mailto):/.test(href)) return new TextRun({ text: inlineText(node), ...options });
    return new ExternalHyperlink({
      link: href,
      children: [new TextRun({ text: inlineText(node), ...options, style: 'Hyperlink' })],
    });
  });
}

function statusRun(node: DocumentNode): TextRun {
  const colour = String(node.attrs?.color ?? 'neutral');
  const fill = STATUS_FILL[colour] ?? STATUS_FILL.neutral ?? '';
  return new TextRun({ text: ` ${inlineText(node)} `, bold: true, shading: { fill } });
}

const MARKS: Readonly<Record<string, IRunOptions>> = {
  strong: { bold: true },
  em: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  code: { font: 'Consolas', shading: { fill: 'F0F1F2' } },
};

const optionsOf = (marks: readonly Mark[]): IRunOptions => Object.assign({}, ...marks.map(optionOf));

function optionOf({ type, attrs }: Mark): IRunOptions {
  if (type === 'subsup') return attrs?.type === 'sup' ? { superScript: true } : { subScript: true };
  const colour = /^#([0-9a-fA-F]{6})$/.exec(String(attrs?.color ?? ''))?.[1];
  if (type === 'textColor' && colour) return { color: colour };
  if (type === 'backgroundColor' && colour) return { shading: { fill: colour } };
  return MARKS[type] ?? {};
}
