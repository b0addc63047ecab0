import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { type ReactNode, useId, useState } from 'react';

interface Props {
  /** Under this name the browser remembers whether the panel is open. */
  name: string;
  title: string;
  children: ReactNode;
}

/** A part of a page that opens and closes; closed, its content is not there. */
export function Panel({ name, title, children }: Props) {
  const kept = `shell-panel-${name}`;
  const [open, setOpen] = useState(() => localStorage.getItem(kept) !== 'closed');
  const id = useId();
  const toggle = () => {
    localStorage.setItem(kept, open ? 'closed' : 'open');
    setOpen(!open);
  };
  const Chevron = open ? ChevronDownIcon : ChevronRightIcon;
  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 className="panel-title" id={`${id}-title`}>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={toggle}>
          {title}
          <Chevron label="" size="small" />
        </button>
      </h2>
      <div id={id} className="panel-body" hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
