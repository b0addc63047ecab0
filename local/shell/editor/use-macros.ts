import type { EditorView } from 'prosemirror-view';
import { BridgeRefusal } from '../../host/bridge/parent';
import type { Adf, AdfNode } from '../adf/adf';
import { macroOf, newMacroAttributes } from '../confluence/macro/macro';
import { type Module, useSession } from '../core/session';
import { fromAdf } from './adf-document';
import { insertBlock, nodeType } from './commands';
import type { Configured } from './config-dialog';
import type { MacroSlot } from './macro-node-view';

interface Macros {
  /** Puts a macro in, after its form where it has one that opens on insertion. */
  insert: (module: Module) => void;
  configure: (slot: MacroSlot) => void;
}

/** Puts macros into the text and changes their config, by way of `open`, which shows a form. */
export function useMacros(view: EditorView | null, open: (configured: Configured) => void): Macros {
  const session = useSession();
  const put = (module: Module, config: Readonly<Record<string, unknown>>, body: Adf | null) => {
    if (!view) return;
    insertBlock(macroNode(newMacroAttributes(session, module, config), module.layout === 'bodied', body))(
      view.state,
      view.dispatch,
    );
    view.focus();
  };
  return {
    insert(module) {
      if (!module.form || module.form.openOnInsert === false) return put(module, {}, null);
      open({
        module,
        config: {},
        localId: undefined,
        isInserting: true,
        onSubmit: ({ config, body }) => put(module, config, body),
      });
    },
    configure(slot) {
      const place = macroOf(slot.node.attrs.adf as AdfNode, session.modules);
      if (!place) return;
      open({
        module: place.module,
        config: place.config,
        localId: place.localId,
        isInserting: false,
        onSubmit({ config, body }) {
          const position = slot.position();
          if (!view || position === undefined)
            throw new BridgeRefusal('MACRO_NOT_FOUND', 'The macro has been removed from the page.');
          change(view, position, config, body);
        },
      });
    },
  };
}

function macroNode(attrs: Record<string, unknown>, isBodied: boolean, body: Adf | null) {
  if (!isBodied) return nodeType('extension').create({ adf: { type: 'extension', attrs } });
  const content = body ? fromAdf(body).content : nodeType('paragraph').create();
  return nodeType('bodiedExtension').createChecked({ adf: { type: 'bodiedExtension', attrs } }, content);
}

function change(view: EditorView, position: number, config: Record<string, unknown>, body: Adf | null): void {
  const node = view.state.doc.nodeAt(position);
  if (!node) throw new BridgeRefusal('MACRO_NOT_FOUND', 'The macro has been removed from the page.');
  const adf = node.attrs.adf as AdfNode;
  const parameters = (adf.attrs?.parameters ?? {}) as Record<string, unknown>;
  const attrs = { ...adf.attrs, parameters: { ...parameters, guestParams: config } };
  const tr = view.state.tr.setNodeMarkup(position, null, { adf: { ...adf, attrs } });
  if (body) tr.replaceWith(position + 1, position + node.nodeSize - 1, fromAdf(body).content);
  view.dispatch(tr);
}
