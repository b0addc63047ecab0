import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './side-panel.module.css';

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
      className={wide ? `${styles.panel} ${styles.wide}` : styles.panel}
      style={{ marginTop: top }}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={styles.close}>
        <IconButton icon={CrossIcon} label="Close" appearance="subtle" onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
