import { useRef, useState } from 'react';
import { CREATE_WORK, LINK_ISSUE } from '../../../src/words/screens/requirements/work';
import { LinkButton } from '../../shared/ui/link-button';
import { CreateWork } from './create-work';
import { LinkWork } from './link-work';
import styles from './requirements.module.css';

interface Props {
  projectId: string;
  requirementId: string;
  onWritten: () => void;
}

/** Two ways to close a gap: work that is there already, or new work, both with the requirement set. */
export function WorkActions(props: Props) {
  const [open, setOpen] = useState<'link' | 'create' | null>(null);
  const toggles = useRef<HTMLParagraphElement>(null);
  const written = () => {
    setOpen(null);
    props.onWritten();
  };
  const toggle = (which: 'link' | 'create', word: string) => (
    <LinkButton aria-expanded={open === which} onClick={() => setOpen(open === which ? null : which)}>
      {open === which ? '− ' : '+ '}
      {word}
    </LinkButton>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the form that is open, and what was typed alone is lost.
    <div
      className={styles.work}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || open === null) return;
        event.stopPropagation();
        setOpen(null);
        toggles.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
      }}
    >
      <p ref={toggles}>
        {toggle('link', LINK_ISSUE)} {toggle('create', CREATE_WORK)}
      </p>
      {open === 'link' && <LinkWork {...props} onWritten={written} />}
      {open === 'create' && <CreateWork {...props} onWritten={written} />}
    </div>
  );
}
