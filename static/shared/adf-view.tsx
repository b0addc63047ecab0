import { router } from '@forge/bridge';
import { createElement, Fragment, type ReactNode } from 'react';
import type { AdfNode } from '../../src/contract/policy-text';

/**
 * Text of people in Atlassian document format, drawn as elements of React: nothing in it is ever taken for HTML. What is
 * not known here is drawn by what it contains, so that no word is lost.
 */
export function AdfView({ blocks }: { blocks: readonly AdfNode[] }) {
  return <div className="adf">{blocks.map((block, index) => drawn(block, index))}</div>;
}

const children = (node: AdfNode): ReactNode => (node.content ?? []).map((child, index) => drawn(child, index));

const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  table: 'table',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};

/** A document is not edited in place, so the position of a node is its identity. */
function drawn(node: AdfNode, key: number): ReactNode {
  if (node.type === 'text') return <Fragment key={key}>{marked(node)}</Fragment>;
  const element = ELEMENTS[node.type];
  if (element === 'table')
    return (
      <table key={key} className="macro-table">
        <tbody>{children(node)}</tbody>
      </table>
    );
  if (element) return createElement(element, { key }, children(node));
  return special(node, key);
}

function special(node: AdfNode, key: number): ReactNode {
  switch (node.type) {
    case 'heading':
      // The page and the macro have headings of their own above these.
      return createElement(`h${Math.min(6, Math.max(3, Number(node.attrs?.level ?? 1) + 2))}`, { key }, children(node));
    case 'hardBreak':
      return <br key={key} />;
    case 'rule':
      return <hr key={key} />;
    case 'codeBlock':
      return (
        <pre key={key}>
          <code>{children(node)}</code>
        </pre>
      );
    case 'panel':
      return (
        <div key={key} className="adf-panel">
          {children(node)}
        </div>
      );
    case 'status':
    case 'mention':
    case 'emoji':
      return <span key={key}>{String(node.attrs?.text ?? node.attrs?.shortName ?? '')}</span>;
    case 'date':
      return <span key={key}>{dateWords(node.attrs?.timestamp)}</span>;
    default:
      return <Fragment key={key}>{children(node)}</Fragment>;
  }
}

function dateWords(timestamp: unknown): string {
  const instant = new Date(Number(timestamp));
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10);
}

const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  strike: 's',
  underline: 'u',
};

function marked(node: AdfNode): ReactNode {
  let shown: ReactNode = node.text ?? '';
  for (const { type, attrs } of node.marks ?? []) {
    const element = MARKS[type];
    if (element) shown = createElement(element, null, shown);
    if (type === 'link') shown = linked(attrs?.href, shown);
  }
  return shown;
}

/** Only what a browser opens as a page is a link; the frame may not open windows itself, so the product is asked to. */
function linked(href: unknown, shown: ReactNode): ReactNode {
  const address = String(href ?? '');
  if (!/^(https?:\/\/|\/(?!\/))/i.test(address)) return shown;
  return (
    <a
      href={address}
      onClick={(event) => {
        event.preventDefault();
        void router.open(address);
      }}
    >
      {shown}
    </a>
  );
}
