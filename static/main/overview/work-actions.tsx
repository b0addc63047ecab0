import { useState } from 'react';
import { CreateWork } from './create-work';
import { LinkWork } from './link-work';

interface Props {
  projectId: string;
  requirementId: string;
  onWritten: () => void;
}

/** Two ways to close a gap: work that is there already, or new work, both with the requirement set. */
export function WorkActions(props: Props) {
  const [open, setOpen] = useState<'link' | 'create' | null>(null);
  const written = () => {
    setOpen(null);
    props.onWritten();
  };
  const toggle = (which: 'link' | 'create', word: string) => (
    <button
      type="button"
      className="link-button"
      aria-expanded={open === which}
      onClick={() => setOpen(open === which ? null : which)}
    >
      {open === which ? '− ' : '+ '}
      {word}
    </button>
  );
  return (
    <div className="work-actions">
      <p>
        {toggle('link', 'Link an issue')} {toggle('create', 'Create work')}
      </p>
      {open === 'link' && <LinkWork {...props} onWritten={written} />}
      {open === 'create' && <CreateWork {...props} onWritten={written} />}
    </div>
  );
}
