import type { EditorView } from 'prosemirror-view';
import { type Macro, macroNode, withConfig } from '../../host/macros/node';
import type { MacroSubmission } from '../../host/macros/submit';
import type { AdfNode } from '../adf/adf';
import { macroOf } from '../confluence/macro/macro';
import { type Module, useSession } from '../core/session';
import { adfOf, nodeFromAdf } from './adf-document';
import { insertBlock } from './commands';
import type { Configured } from './config-dialog';
import type { MacroSlot } from './macro-node-view';

interface Macros {
  /** Puts a macro in, after its form where it has one that opens on insertion. */
  insert: (module: Module) => void;
  configure: (slot: MacroSlot) => void;
}

const layoutOf = ({ layout }: Module): Macro['layout'] =>
  layout === 'bodied' || layout === 'inline' ? layout : 'block';

/** Puts macros into the text and changes their config, by way of `open`, which shows a form. */
export function useMacros(view: EditorView | null, open: (configured: Configured) => void): Macros {
  const session = useSession();
  const put = (module: Module, macro: Macro, { config, body }: Pick<MacroSubmission, 'config' | 'body'>) => {
    if (!view) return;
    const { key, title } = module;
    const node = macroNode(
      session,
      { key, title, layout: macro.layout },
      { localId: macro.localId, config, ...(body ? { body: body.content } : {}) },
    );
    insertBlock(nodeFromAdf(node as AdfNode))(view.state, view.dispatch);
    view.focus();
  };
  return {
    insert(module) {
      const macro: Macro = {
        key: module.key,
        localId: crypto.randomUUID(),
        config: {},
        layout: layoutOf(module),
        body: [],
      };
      if (!module.config?.openOnInsert) return put(module, macro, { config: {} });
      open({ module, macro, isInserting: true, onSubmit: (submitted) => put(module, macro, submitted) });
    },
    configure(slot) {
      const place = macroOf(adfOf(slot.node), session);
      if (!place) return;
      open({
        ...place,
        isInserting: false,
        onSubmit({ config, body }) {
          const position = slot.position();
          const node = position === undefined ? null : view?.state.doc.nodeAt(position);
          if (!view || position === undefined || !node)
            throw new Error('MACRO_NOT_FOUND: the macro has been removed from the page.');
          const { content, ...adf } = withConfig(adfOf(node), config, body?.content) as AdfNode;
          const tr = view.state.tr.setNodeMarkup(position, null, { adf });
          if (body) tr.replaceWith(position + 1, position + node.nodeSize - 1, (content ?? []).map(nodeFromAdf));
          view.dispatch(tr);
        },
      });
    },
  };
}
