import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, Node, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, type EditorState, NodeSelection, Selection, TextSelection } from 'prosemirror-state';
import { schema } from './schema';

const { nodes } = schema;
/** A node or mark of the schema by its name; a name that is missing is a mistake of this program. */
export function nodeType(name: string): NodeType {
  const type = nodes[name];
  if (!type) throw new Error(`The editor has no node ${name}.`);
  return type;
}
function markType(name: string): MarkType {
  const type = schema.marks[name];
  if (!type) throw new Error(`The editor has no mark ${name}.`);
  return type;
}

export const toggle = (name: string): Command => toggleMark(markType(name));

export const setBlock = (name: string, attrs: Record<string, unknown> = {}): Command =>
  setBlockType(nodeType(name), attrs);

/** Whether a mark holds in the selection, or for what is typed next. */
export function hasMark({ selection, storedMarks, doc }: EditorState, name: string): boolean {
  const type = markType(name);
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
  return doc.rangeHasMark(selection.from, selection.to, type);
}

/** Whether the selection stands in a node of the name. */
export function isInside({ selection }: EditorState, name: string): boolean {
  const { $from } = selection;
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some(
    ({ type }) => type.name === name,
  );
}

export const toggleList =
  (name: 'bulletList' | 'orderedList'): Command =>
  (state, dispatch) =>
    isInside(state, name)
      ? liftListItem(nodeType('listItem'))(state, dispatch)
      : wrapInList(nodeType(name))(state, dispatch);

export const toggleWrap =
  (name: 'blockquote' | 'panel'): Command =>
  (state, dispatch) =>
    isInside(state, name) ? lift(state, dispatch) : wrapIn(nodeType(name))(state, dispatch);

/** Sets or, with null, removes the address of the selected text. */
export const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection;
    if (empty) return false;
    const type = markType('link');
    const change = state.tr.removeMark(from, to, type);
    dispatch?.(href === null ? change : change.addMark(from, to, type.create({ href })));
    return true;
  };

/** Puts a block behind the one that the selection stands in; an empty paragraph gives its place. */
export const insertBlock =
  (node: Node): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    const depth = $from.depth === 0 ? 0 : depthThatTakes(state, node.type);
    if (depth === null) return false;
    const { tr } = state;
    const isBlank = $from.depth > 0 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
    const at = depth === 0 ? state.selection.to : $from.after(depth);
    if (isBlank && depth === $from.depth) tr.replaceWith($from.before(depth), at, node);
    else tr.insert(at, node);
    const start = isBlank && depth === $from.depth ? $from.before(depth) : at;
    const end = start + node.nodeSize;
    // Somewhere to write on, below what was put in.
    if (end >= tr.doc.content.size) tr.insert(end, nodeType('paragraph').create());
    const next = node.isAtom ? Selection.near(tr.doc.resolve(end), 1) : Selection.near(tr.doc.resolve(start + 1), 1);
    dispatch?.(tr.setSelection(next).scrollIntoView());
    return true;
  };

/** The depth behind which a node of the type may stand, from the inside out. */
function depthThatTakes({ selection: { $from } }: EditorState, type: NodeType): number | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const parent = $from.node(depth - 1);
    const index = $from.indexAfter(depth - 1);
    if (parent.canReplaceWith(index, index, type)) return depth;
  }
  return null;
}

/** Changes places of the block at `position` with the one before or behind it. */
export const moveBlock =
  (position: number, direction: 'up' | 'down'): Command =>
  (state, dispatch) => {
    const at = state.doc.resolve(position);
    const node = at.nodeAfter;
    if (!node) return false;
    const index = at.index();
    const other = direction === 'up' ? at.nodeBefore : at.parent.maybeChild(index + 1);
    if (!other) return false;
    const from = direction === 'up' ? position - other.nodeSize : position;
    const pair = direction === 'up' ? [node, other] : [other, node];
    const tr = state.tr.replaceWith(from, from + node.nodeSize + other.nodeSize, pair);
    const start = direction === 'up' ? from : from + other.nodeSize;
    if (node.isAtom) tr.setSelection(NodeSelection.create(tr.doc, start));
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Takes the block at `position` away; a place to write is left. */
export const removeBlock =
  (position: number): Command =>
  (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (!node) return false;
    const { parent } = state.doc.resolve(position);
    const { tr } = state;
    if (parent.childCount === 1) tr.replaceWith(position, position + node.nodeSize, nodeType('paragraph').create());
    else tr.delete(position, position + node.nodeSize);
    dispatch?.(
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(position, tr.doc.content.size)))).scrollIntoView(),
    );
    return true;
  };

const COLUMNS = 3;
const ROWS = 3;

/** A table of three by three with heads in the first row. */
export function newTable(): Node {
  const row = (cell: string) =>
    nodeType('tableRow').create(
      null,
      Array.from({ length: COLUMNS }, () => nodeType(cell).create(null, nodeType('paragraph').create())),
    );
  return nodeType('table').create(
    null,
    Array.from({ length: ROWS }, (_, index) => row(index === 0 ? 'tableHeader' : 'tableCell')),
  );
}

/** From cell to cell; behind the last one a row is added. */
export const nextCell =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    if (!isInside(state, 'table')) return false;
    const { $from } = state.selection;
    const depth = Array.from({ length: $from.depth + 1 }, (_, at) => at).findLast(
      (at) => $from.node(at).type.name.startsWith('tableCell') || $from.node(at).type.name === 'tableHeader',
    );
    if (depth === undefined) return false;
    const edge = direction === 1 ? $from.after(depth) : $from.before(depth);
    const table = depth - 2;
    const isLast = direction === 1 && edge + 2 >= $from.after(table);
    if (!isLast) {
      const found = Selection.findFrom(state.doc.resolve(edge), direction, true);
      if (found) dispatch?.(state.tr.setSelection(found).scrollIntoView());
      return true;
    }
    const row = $from.node(depth - 1);
    const empty = nodeType('tableRow').create(
      null,
      row.children.map(() => nodeType('tableCell').create(null, nodeType('paragraph').create())),
    );
    const at = $from.after(depth - 1);
    const tr = state.tr.insert(at, empty);
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
    return true;
  };
