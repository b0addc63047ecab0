import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** What stands behind a slash while its menu is open. */
export interface Quick {
  /** Where the slash is. */
  from: number;
  to: number;
  query: string;
}

const KEY = new PluginKey<{ dismissed: number | null; quick: Quick | null }>('quick-insert');
const SLASH = /(?:^|\s)\/([^\s/]{0,30})$/;

export const quickOf = (view: EditorView): Quick | null => KEY.getState(view.state)?.quick ?? null;

/** Closes the menu until another slash is typed. */
export function dismissQuick(view: EditorView): void {
  const from = quickOf(view)?.from ?? null;
  view.dispatch(view.state.tr.setMeta(KEY, from));
}

/** Takes keys for the menu while it is open; answers whether it used the key. */
export type QuickKeys = (key: string) => boolean;

export function quickInsert(keys: () => QuickKeys | null): Plugin {
  return new Plugin({
    key: KEY,
    state: {
      init: () => ({ dismissed: null as number | null, quick: null as Quick | null }),
      apply(change, before, _old, state) {
        const meta: unknown = change.getMeta(KEY);
        const dismissed = typeof meta === 'number' ? meta : before.dismissed;
        const { $from, empty } = state.selection;
        if (!empty || $from.parent.type.spec.code || !$from.parent.isTextblock) return { dismissed: null, quick: null };
        const text = $from.parent.textBetween(0, $from.parentOffset, null, '\ufffc');
        const query = SLASH.exec(text)?.[1];
        if (query === undefined) return { dismissed: null, quick: null };
        const from = $from.pos - query.length - 1;
        return { dismissed, quick: dismissed === from ? null : { from, to: $from.pos, query } };
      },
    },
    props: {
      handleKeyDown: (view, event) => quickOf(view) !== null && (keys()?.(event.key) ?? false),
    },
  });
}
