import { HAS_LEFT } from '../../../src/words/attention';
import texts from './text.module.css';

export interface ShownPerson {
  name: string;
  left: boolean;
}

/** A person's name as Jira gives it to the viewer, and that they have left; or a dash. */
export function PersonName({ person }: { person: ShownPerson | null }) {
  if (person === null) return <span className={texts.subtle}>–</span>;
  return (
    <span>
      {person.name}
      {person.left && <span className={`${texts.overdue} ${texts.small}`}> ({HAS_LEFT})</span>}
    </span>
  );
}
