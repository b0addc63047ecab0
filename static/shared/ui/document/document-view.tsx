import { createElement, Fragment, type ReactNode } from 'react';
import {
  type AdfNode,
  type Canonical,
  canonical,
  isCount,
  isKnown,
  LEAVES,
  valueWords,
} from '../../../../src/contract/document';
import {
  ADDRESS_NOT_LOADED,
  FILE_NOT_SHOWN,
  LIVE_LIST,
  OTHER_APP,
  OTHER_PAGE,
  SYNCED_FROM_HERE,
  unknownPartWords,
} from '../../../../src/words/document';
import texts from '../text.module.css';
import styles from './document.module.css';
import { type Draw, type DrawLink, own, placed, said, told } from './draw';
import { file, INLINE } from './inline';
import { addressed, marked } from './marked';
import { table } from './table';

interface Props {
  blocks: readonly AdfNode[];
  link: DrawLink;
  /** Names of people, as the reader may see them, by account id. */
  names?: ReadonlyMap<string, string>;
}

/**
 * Text of people in Atlassian document format, drawn as elements of React: nothing in it is ever taken for HTML, nothing
 * remote is loaded, and each word and shown attribute stands somewhere (`controls/documents/rendering.json`).
 */
export function DocumentView({ blocks, link, names = new Map() }: Props) {
  const draw: Draw = {
    link,
    names,
    nodes: (nodes) => placed(nodes).map(({ node, place }) => <Fragment key={place}>{drawn(node, draw)}</Fragment>),
  };
  return <div className={styles.document}>{draw.nodes(canonical(blocks))}</div>;
}

/** Elements of the same meaning, for nodes that say nothing besides what stands in them. */
const ELEMENTS: Readonly<Record<string, string>> = {
  blockquote: 'blockquote',
  bulletList: 'ul',
  caption: 'figcaption',
  decisionList: 'ul',
  layoutColumn: 'div',
  layoutSection: 'div',
  listItem: 'li',
  mediaGroup: 'ul',
  mediaSingle: 'figure',
  paragraph: 'p',
  taskList: 'ul',
};
const CLASSES: Readonly<Record<string, string | undefined>> = {
  decisionList: styles.decisions,
  layoutColumn: styles.column,
  layoutSection: styles.columns,
  mediaGroup: styles.files,
  taskList: styles.tasks,
};

type Node = (node: Canonical, draw: Draw) => ReactNode;

const expand: Node = ({ attrs = {}, content = [] }, draw) => (
  <details open className={styles.expand}>
    <summary>{attrs.title === undefined ? own('Details') : valueWords('title', attrs.title)}</summary>
    {draw.nodes(content)}
  </details>
);
const card: Node = ({ attrs = {} }, draw) => (
  <div className={styles.card}>
    {addressed(attrs.url, draw)}
    {said({ data: attrs.data })}
    {attrs.datasource !== undefined && (
      <>
        {said({ datasource: attrs.datasource })}
        {own(LIVE_LIST)}
      </>
    )}
  </div>
);
const live =
  (words: string): Node =>
  ({ attrs = {}, content = [] }, draw) => (
    <div className={styles.live}>
      {own(words)} {said(attrs)}
      {draw.nodes(content)}
    </div>
  );
const task: Node = ({ attrs = {}, content = [] }, draw) => {
  const isDone = attrs.state === 'DONE';
  return (
    <li>
      <span aria-hidden="true">{own(isDone ? '☑' : '☐')}</span> {own(isDone ? 'done: ' : 'open: ', texts.hidden)}
      <span data-said={told('state', attrs)}>{draw.nodes(content)}</span>
    </li>
  );
};

const loose: Node = ({ attrs = {}, content = [] }, draw) => (
  <div>
    {said(attrs)}
    {draw.nodes(content)}
  </div>
);

const BLOCKS: Readonly<Record<string, Node>> = {
  blockCard: card,
  blockTaskItem: task,
  bodiedExtension: live(OTHER_APP),
  bodiedSyncBlock: live(SYNCED_FROM_HERE),
  codeBlock: ({ attrs = {}, content = [] }, draw) => (
    <div>
      {said(attrs)}
      <pre>
        <code>{draw.nodes(content)}</code>
      </pre>
    </div>
  ),
  decisionItem: ({ attrs = {}, content = [] }, draw) => (
    <li>
      {own(attrs.state === 'DECIDED' ? 'Decided: ' : 'Undecided: ')}
      <span data-said={told('state', attrs)}>{draw.nodes(content)}</span>
    </li>
  ),
  embedCard: card,
  expand,
  extension: live(OTHER_APP),
  // The page and the macro have headings of their own above these.
  heading: ({ attrs = {}, content = [] }, draw) =>
    createElement(
      `h${Math.min(6, Math.max(3, Number(attrs.level ?? 1) + 2))}`,
      { 'data-said': told('level', attrs) },
      draw.nodes(content),
    ),
  media: file((type) => (type === 'file' || type === 'image' ? FILE_NOT_SHOWN : ADDRESS_NOT_LOADED)),
  nestedExpand: expand,
  orderedList: ({ attrs = {}, content = [] }, draw) => (
    <>
      {!isCount(attrs.order) && said({ order: attrs.order })}
      <ol {...(isCount(attrs.order) ? { start: attrs.order } : {})}>{draw.nodes(content)}</ol>
    </>
  ),
  panel: ({ attrs: { panelType, ...attrs } = {}, content = [] }, draw) => (
    <div className={styles.panel}>
      <strong>{panelType === undefined ? own('note') : valueWords('panelType', panelType)}</strong> {said(attrs)}
      {draw.nodes(content)}
    </div>
  ),
  rule: () => <hr />,
  syncBlock: live(OTHER_PAGE),
  table,
  taskItem: task,
  // Outside a row they are no cells.
  tableCell: loose,
  tableHeader: loose,
};

function drawn(node: Canonical, draw: Draw): ReactNode {
  const { type, text, content = [] } = node;
  const isText = type === 'text';
  if (!isKnown(node))
    return (
      <span className={styles.unknown}>
        {own(unknownPartWords(type))}
        {said(node.attrs ?? {})}
        {saidOf(node)}
        {text} {draw.nodes(content)}
      </span>
    );
  const element = ELEMENTS[type];
  const shown = isText
    ? marked(node, draw)
    : element
      ? createElement(element, CLASSES[type] ? { className: CLASSES[type] } : null, draw.nodes(content))
      : (BLOCKS[type] ?? INLINE[type])?.(node, draw);
  return (
    <>
      {!isText && saidOf(node)}
      {!isText && text !== undefined && <span>{text} </span>}
      {shown ?? <span>{draw.nodes(content)} </span>}
      {(isText || LEAVES.has(type)) && content.length > 0 && <span>{draw.nodes(content)} </span>}
    </>
  );
}

/** What marks say of a part that is no text, such as the address of an image. */
const saidOf = ({ marks = [] }: Canonical): ReactNode =>
  marks.map(({ type, attrs = {} }) => <Fragment key={type}>{said(attrs)}</Fragment>);
