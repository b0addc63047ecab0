import './side-panel.css';
import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  label: string;
  top: number;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A part of the page that lies over its body: closed with Escape or its button. */
export function SidePanel({ label, top, wide = false, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <aside
      ref={panel}
      className={wide ? 'panel panel-wide' : 'panel'}
      style={{ marginTop: top }}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="panel-close">
        <IconButton icon={CrossIcon} label="Close" appearance="subtle" onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
