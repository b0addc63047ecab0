import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';

/** A macro in the editor: where its card is drawn, and what the card shows. */
export interface MacroSlot {
  id: number;
  /** React draws the card's head (and preview) in here. */
  place: HTMLElement;
  node: Node;
  /** Where the node is now; undefined once it is gone. */
  position: () => number | undefined;
}

export interface MacroSlots {
  put(slot: MacroSlot): void;
  drop(id: number): void;
}

let made = 0;

/** Draws macros by React: ProseMirror owns the body of a bodied macro, the page owns the rest. */
export class MacroNodeView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM?: HTMLElement;
  private readonly id = ++made;
  private readonly place: HTMLElement;

  constructor(
    private node: Node,
    _view: EditorView,
    private readonly position: () => number | undefined,
    private readonly slots: MacroSlots,
  ) {
    this.dom = document.createElement('div');
    this.dom.className = 'macro-card';
    this.place = document.createElement('div');
    this.place.contentEditable = 'false';
    this.dom.append(this.place);
    if (!node.isAtom) {
      this.contentDOM = document.createElement('div');
      this.contentDOM.className = 'macro-card-body';
      this.dom.append(this.contentDOM);
    }
    this.show();
  }

  private show(): void {
    this.slots.put({ id: this.id, place: this.place, node: this.node, position: this.position });
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('macro-card-selected');
  }

  deselectNode(): void {
    this.dom.classList.remove('macro-card-selected');
  }

  /** The card's buttons and frame are the page's; what happens in the body is the editor's. */
  stopEvent(event: Event): boolean {
    return this.place.contains(event.target as globalThis.Node);
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM?.contains(mutation.target);
  }

  destroy(): void {
    this.slots.drop(this.id);
  }
}
