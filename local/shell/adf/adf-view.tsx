import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import { createElement, Fragment, type ReactNode } from 'react';
import { columnWidths } from '../../export/column-widths';
import { dayOf } from '../core/moment';
import { type Adf, type AdfMark, type AdfNode, safeHref, wordsIn } from './adf';
import { Mention } from './mention';

/** Draws an app's macro; without it macros are named only. */
export type DrawMacro = (node: AdfNode, body: ReactNode) => ReactNode;

interface Props {
  document: Adf;
  drawMacro?: DrawMacro;
}

/** Draws a document with React alone: text stays text, whatever it holds. */
export function AdfView({ document, drawMacro = nameMacro }: Props) {
  return <div className="adf">{drawAll(document.content, drawMacro)}</div>;
}

function drawAll(nodes: readonly AdfNode[] | undefined, drawMacro: DrawMacro): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: nodes of a document have no other name and are not moved
  return (nodes ?? []).map((node, index) => <Fragment key={index}>{draw(node, drawMacro)}</Fragment>);
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  decisionList: 'ul',
  taskList: 'ul',
  decisionItem: 'li',
  taskItem: 'li',
  layoutSection: 'div',
  layoutColumn: 'div',
};

function draw(node: AdfNode, drawMacro: DrawMacro): ReactNode {
  const inside = () => drawAll(node.content, drawMacro);
  const tag = TAGS[node.type];
  if (tag) return createElement(tag, null, inside());
  return (DRAWN[node.type] ?? drawUnknown)(node, inside, drawMacro);
}

type Draw = (node: AdfNode, inside: () => ReactNode, drawMacro: DrawMacro) => ReactNode;

const PANELS: Readonly<Record<string, 'information' | 'warning' | 'error' | 'success' | 'discovery'>> = {
  info: 'information',
  note: 'discovery',
  warning: 'warning',
  error: 'error',
  success: 'success',
};
const STATUS_SHADES: Readonly<Record<string, 'default' | 'inprogress' | 'success' | 'moved' | 'removed' | 'new'>> = {
  neutral: 'default',
  blue: 'inprogress',
  green: 'success',
  yellow: 'moved',
  red: 'removed',
  purple: 'new',
};

const cell = (tag: 'td' | 'th'): Draw =>
  function drawCell({ attrs = {} }, inside) {
    const { colspan, rowspan } = attrs as { colspan?: number; rowspan?: number };
    return createElement(tag, { colSpan: colspan, rowSpan: rowspan }, inside());
  };

const DRAWN: Readonly<Record<string, Draw>> = {
  text: (node) => withMarks(node.text ?? '', node.marks ?? []),
  hardBreak: () => <br />,
  heading: ({ attrs }, inside) => createElement(`h${headingLevel(attrs?.level)}`, null, inside()),
  orderedList: ({ attrs }, inside) => <ol start={Number(attrs?.order ?? 1)}>{inside()}</ol>,
  codeBlock: (node) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <pre tabIndex={0}>
      <code>{wordsIn(node)}</code>
    </pre>
  ),
  rule: () => <hr />,
  panel: ({ attrs }, inside) => (
    <SectionMessage appearance={PANELS[String(attrs?.panelType)] ?? 'information'}>{inside()}</SectionMessage>
  ),
  expand: ({ attrs }, inside) => (
    <details>
      <summary>{String(attrs?.title ?? '') || 'Details'}</summary>
      {inside()}
    </details>
  ),
  table: (node, _inside, drawMacro) => {
    const rows = node.content ?? [];
    const heads = rows[0]?.content?.every(({ type }) => type === 'tableHeader') ? 1 : 0;
    const widths = columnWidths(node);
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
      <section className="adf-table" aria-label="Table" tabIndex={0}>
        <table
          style={widths ? { width: widths.reduce((all, width) => all + width, 0), tableLayout: 'fixed' } : undefined}
        >
          {widths && (
            <colgroup>
              {widths.map((width, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name
                <col key={column} style={{ width }} />
              ))}
            </colgroup>
          )}
          {heads > 0 && <thead>{drawAll(rows.slice(0, heads), drawMacro)}</thead>}
          <tbody>{drawAll(rows.slice(heads), drawMacro)}</tbody>
        </table>
      </section>
    );
  },
  tableCell: cell('td'),
  tableHeader: cell('th'),
  status: ({ attrs }) => (
    <Lozenge appearance={STATUS_SHADES[String(attrs?.color)] ?? 'default'}>{String(attrs?.text ?? '')}</Lozenge>
  ),
  date: ({ attrs }) => <time>{dayOf(new Date(Number(attrs?.timestamp)).toISOString())}</time>,
  mention: ({ attrs }) => <Mention {...attrs} />,
  emoji: ({ attrs }) => String(attrs?.text ?? attrs?.shortName ?? ''),
  inlineCard: ({ attrs }) => link(attrs?.url, String(attrs?.url ?? '')),
  blockCard: ({ attrs }) => <p>{link(attrs?.url, String(attrs?.url ?? ''))}</p>,
  extension: (node, _inside, drawMacro) => drawMacro(node, null),
  inlineExtension: (node, _inside, drawMacro) => drawMacro(node, null),
  bodiedExtension: (node, inside, drawMacro) => drawMacro(node, inside()),
};

const drawUnknown: Draw = (node, inside) => (node.content ? inside() : <span className="subtle">[{node.type}]</span>);

function nameMacro(node: AdfNode, body: ReactNode): ReactNode {
  return (
    <div>
      <p className="subtle">[{String(node.attrs?.text ?? 'Macro')}]</p>
      {body}
    </div>
  );
}

/** The page's own title is its first heading; those of the text come below it. */
const headingLevel = (level: unknown): number => Math.min(6, Math.max(1, Number(level) || 1) + 1);

function link(href: unknown, words: ReactNode): ReactNode {
  const safe = safeHref(href);
  return safe === null ? (
    words
  ) : (
    <a href={safe} rel="noreferrer noopener">
      {words}
    </a>
  );
}

const MARK_TAGS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  strike: 's',
  underline: 'u',
  code: 'code',
};

function withMarks(text: string, marks: readonly AdfMark[]): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    if (type === 'link') return link(attrs?.href, inner);
    if (type === 'subsup') return createElement(attrs?.type === 'sup' ? 'sup' : 'sub', null, inner);
    const tag = MARK_TAGS[type];
    return tag ? createElement(tag, null, inner) : inner;
  }, text);
}
