import type { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useState } from 'react';
import { type Insertable, matching } from './insertables';
import { dismissQuick, type Quick, type QuickKeys } from './quick-insert';

interface Props {
  view: EditorView;
  quick: Quick;
  insertables: readonly Insertable[];
  /** The editor hands its keys to the menu through this. */
  keys: RefObject<QuickKeys | null>;
  onChoose: (insertable: Insertable) => void;
}

const LIST_ID = 'quick-insert';

/** What can be put in at the slash, narrowed by what is typed behind it. */
export function SlashMenu({ view, quick, insertables, keys, onChoose }: Props) {
  const [at, setAt] = useState(0);
  const found = matching(insertables, quick.query);
  const chosen = Math.min(at, found.length - 1);
  const take = (insertable: Insertable) => {
    view.dispatch(view.state.tr.delete(quick.from, quick.to));
    onChoose(insertable);
  };
  keys.current = (key) => {
    if (key === 'Escape') {
      dismissQuick(view);
      return true;
    }
    const one = found[chosen];
    if (!one) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      setAt((chosen + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
      return true;
    }
    if (key !== 'Enter' && key !== 'Tab') return false;
    take(one);
    return true;
  };
  useEffect(() => {
    const { dom } = view;
    dom.setAttribute('aria-controls', LIST_ID);
    return () => {
      keys.current = null;
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [view, keys]);
  useEffect(() => {
    if (chosen >= 0) view.dom.setAttribute('aria-activedescendant', `${LIST_ID}-${chosen}`);
    document.getElementById(`${LIST_ID}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [view, chosen]);
  const { left, bottom } = view.coordsAtPos(quick.from);
  return (
    <div className="slash-menu" style={{ left, top: bottom + 4 }}>
      <div id={LIST_ID} role="listbox" aria-label="Insert">
        {found.map((insertable, index) => (
          <div
            key={insertable.name}
            id={`${LIST_ID}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="slash-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(insertable)}
            onKeyDown={() => undefined}
          >
            <insertable.Icon label="" />
            <span>
              {insertable.title}
              <span className="subtle small">{insertable.description}</span>
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="subtle">Nothing of that name</p>}
    </div>
  );
}
