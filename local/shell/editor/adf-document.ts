import type { Mark, Node } from 'prosemirror-model';
import type { Adf, AdfMark, AdfNode } from '../adf/adf';
import { schema } from './schema';

/** Nodes whose attributes are not edited one by one: the whole node but its content rides in `adf`. */
const WHOLE = new Set(['extension', 'bodiedExtension', 'status', 'date', 'mention', 'emoji', 'inlineCard']);

/** Attributes that the editor reads or writes; others of the same node are kept. */
const EDITED: Readonly<Record<string, readonly string[]>> = {
  heading: ['level'],
  orderedList: ['order'],
  panel: ['panelType'],
  codeBlock: ['language'],
  tableCell: ['colspan', 'rowspan'],
  tableHeader: ['colspan', 'rowspan'],
  link: ['href'],
};

interface Kept {
  attrs?: Record<string, unknown>;
  marks?: readonly AdfMark[];
  /** Edited attributes that the document spelled out, though they have their usual value. */
  spelled?: readonly string[];
}

/** A document of Confluence as a document of the editor. Whatever the editor does not know stays in it. */
export function fromAdf(document: Adf): Node {
  const content = document.content.map((node) => nodeFromAdf(node));
  return schema.topNodeType.createChecked(null, content.length > 0 ? content : [schema.node('paragraph')]);
}

/** A document of the editor as a document of Confluence. */
export function toAdf(document: Node): Adf {
  return { type: 'doc', version: 1, content: childrenOf(document) };
}

/** One block; what the schema does not know or allow is kept whole. */
export function nodeFromAdf(node: AdfNode): Node {
  try {
    return known(node) ?? schema.node('unsupportedBlock', { adf: node });
  } catch {
    // A known node in a place or with a content that the schema does not allow.
    return schema.node('unsupportedBlock', { adf: node });
  }
}

function known(node: AdfNode): Node | null {
  const type = schema.nodes[node.type];
  if (!type || node.type.startsWith('unsupported')) return null;
  if (WHOLE.has(node.type)) {
    const { content, ...adf } = node;
    return type.createChecked({ adf }, type.isLeaf ? undefined : (content ?? []).map(nodeFromAdf));
  }
  const read = type.inlineContent ? inlineOf : nodeFromAdf;
  const made = type.createChecked(attributesOf(node), type.isLeaf ? undefined : (node.content ?? []).map(read));
  made.check();
  return made;
}

function inlineOf(node: AdfNode): Node {
  const marks = (node.marks ?? []).map(markOf);
  if (node.type === 'text') return schema.text(node.text ?? '', marks);
  const type = schema.nodes[node.type];
  if (node.type === 'hardBreak' && !node.attrs) return schema.node('hardBreak', null, undefined, marks);
  if (type?.isInline && WHOLE.has(node.type))
    return type.create({ adf: { ...node, marks: undefined } }, undefined, marks);
  return schema.node('unsupportedInline', { adf: node });
}

function attributesOf({ type, attrs = {}, marks }: AdfNode): Record<string, unknown> {
  const edited = EDITED[type] ?? [];
  const rest = Object.fromEntries(Object.entries(attrs).filter(([name]) => !edited.includes(name)));
  const kept: Kept = {
    ...(Object.keys(rest).length > 0 ? { attrs: rest } : {}),
    ...(marks && marks.length > 0 ? { marks } : {}),
    spelled: edited.filter((name) => name in attrs),
  };
  const values = Object.fromEntries(edited.flatMap((name) => (name in attrs ? [[name, attrs[name]]] : [])));
  return { ...values, kept };
}

function markOf(mark: AdfMark): Mark {
  const type = schema.marks[mark.type];
  if (!type || mark.type === 'unsupportedMark') return schema.mark('unsupportedMark', { adf: mark });
  if (mark.type !== 'link') return mark.attrs ? schema.mark('unsupportedMark', { adf: mark }) : type.create();
  const { href, ...rest } = mark.attrs ?? {};
  return type.create({ href, kept: Object.keys(rest).length > 0 ? { attrs: rest } : null });
}

const childrenOf = (node: Node): AdfNode[] => node.children.map(adfOf);

/** One node as a node of Confluence's document, with what the editor kept of it. */
export function adfOf(node: Node): AdfNode {
  const name = node.type.name;
  if (name === 'text') return { type: 'text', text: node.text ?? '', ...marksOf(node.marks) };
  if (name.startsWith('unsupported')) return node.attrs.adf as AdfNode;
  if (WHOLE.has(name)) {
    const whole = Object.fromEntries(
      Object.entries(node.attrs.adf as AdfNode).filter(([, value]) => value !== undefined),
    ) as unknown as AdfNode;
    return { ...whole, ...marksOf(node.marks), ...(node.isLeaf ? {} : { content: childrenOf(node) }) };
  }
  const kept = (node.attrs.kept ?? {}) as Kept;
  const edited = Object.fromEntries(
    (EDITED[name] ?? []).flatMap((attribute) => {
      const value: unknown = node.attrs[attribute];
      const isUsual = value === node.type.spec.attrs?.[attribute]?.default;
      const isNeeded = name === 'heading' || name === 'panel' || kept.spelled?.includes(attribute) || !isUsual;
      return isNeeded ? [[attribute, value] as const] : [];
    }),
  );
  const attrs = { ...kept.attrs, ...edited };
  return {
    type: name,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(kept.marks ? { marks: kept.marks } : marksOf(node.marks)),
    ...(node.isLeaf ? {} : { content: childrenOf(node) }),
  };
}

function marksOf(marks: readonly Mark[]): { marks?: AdfMark[] } {
  if (marks.length === 0) return {};
  return {
    marks: marks.map(({ type, attrs }) => {
      if (type.name === 'unsupportedMark') return attrs.adf as AdfMark;
      if (type.name !== 'link') return { type: type.name };
      return { type: 'link', attrs: { href: attrs.href, ...(attrs.kept as Kept | null)?.attrs } };
    }),
  };
}
