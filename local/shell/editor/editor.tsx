import { type Command, EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Adf } from '../adf/adf';
import type { MacroPage } from '../confluence/macro/macro';
import { useModules } from '../core/session';
import { fromAdf, toAdf } from './adf-document';
import { moveBlock, removeBlock } from './commands';
import { ConfigDialog, type Configured } from './config-dialog';
import { type Insertable, insertablesOf } from './insertables';
import { MacroCard } from './macro-card';
import { MacroNodeView, type MacroSlot } from './macro-node-view';
import { editorPlugins } from './plugins';
import { type QuickKeys, quickInsert, quickOf } from './quick-insert';
import { SlashMenu } from './slash-menu';
import { Toolbar } from './toolbar';
import { useMacros } from './use-macros';

interface Props {
  document: Adf;
  /** Where macros stand; null where there are none. */
  page: MacroPage | null;
  /** Accessible name of the text. */
  label?: string;
  /** Gets every new state of the text. */
  onChange: (document: () => Adf) => void;
}

/** The text of a page, to be written: tools, text, macros as cards, and the menu behind a slash. */
export function Editor({ document: given, page, label = 'Text of the page', onChange }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const keys = useRef<QuickKeys | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const first = useRef(given);
  const named = useRef(label);
  const [view, setView] = useState<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const [slots, setSlots] = useState<ReadonlyMap<number, MacroSlot>>(new Map());
  const [configured, setConfigured] = useState<Configured | null>(null);
  const macros = useModules('macro');
  const insertables = useMemo(() => insertablesOf(page ? macros : []), [page, macros]);
  const { insert, configure } = useMacros(view, setConfigured);

  useEffect(() => {
    if (!element.current) return;
    // Cards are made while the text is laid out, in the middle of React's own work: they are told of afterwards.
    const put = (slot: MacroSlot) => queueMicrotask(() => setSlots((now) => new Map(now).set(slot.id, slot)));
    const drop = (id: number) =>
      queueMicrotask(() => setSlots((now) => new Map([...now].filter(([other]) => other !== id))));
    const card: NonNullable<ConstructorParameters<typeof EditorView>[1]['nodeViews']>[string] = (
      node,
      made,
      position,
    ) => new MacroNodeView(node, made, position, { put, drop });
    const made: EditorView = new EditorView(element.current, {
      state: EditorState.create({
        doc: fromAdf(first.current),
        plugins: [quickInsert(() => keys.current), ...editorPlugins()],
      }),
      nodeViews: { extension: card, bodiedExtension: card },
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': named.current, class: 'adf' },
      dispatchTransaction(change) {
        const next = made.state.apply(change);
        made.updateState(next);
        setState(next);
        if (change.docChanged) changed.current(() => toAdf(next.doc));
      },
    });
    setView(made);
    setState(made.state);
    return () => made.destroy();
  }, []);

  const run = (command: Command) => {
    if (!view) return;
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const choose = ({ what }: Insertable) => {
    if ('macro' in what) insert(what.macro);
    else run(what.command);
  };
  const at = (slot: MacroSlot, command: (position: number) => Command) => {
    const position = slot.position();
    if (position !== undefined) run(command(position));
  };
  const quick = view && state ? quickOf(view) : null;
  return (
    <div className="editor">
      {view && state && (
        <Toolbar state={state} run={run} insertables={insertables} onInsert={choose} text={{ current: view.dom }} />
      )}
      <div ref={element} className="editor-text" />
      {view && quick && (
        <SlashMenu key={quick.from} view={view} quick={quick} insertables={insertables} keys={keys} onChoose={choose} />
      )}
      {[...(page ? slots.values() : [])].map((slot) =>
        createPortal(
          <MacroCard
            slot={slot}
            page={page as MacroPage}
            onConfigure={configure}
            onMove={(one, direction) => at(one, (position) => moveBlock(position, direction))}
            onRemove={(one) => at(one, removeBlock)}
          />,
          slot.place,
          String(slot.id),
        ),
      )}
      {configured && page && (
        <ConfigDialog
          configured={configured}
          page={page}
          onClose={() => {
            setConfigured(null);
            view?.focus();
          }}
        />
      )}
    </div>
  );
}
