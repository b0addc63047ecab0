import { HAS_LEFT } from '../../../src/words/attention';

export interface ShownPerson {
  name: string;
  left: boolean;
}

/** A person's name as Jira gives it to the viewer, and that they have left; or a dash. */
export function PersonName({ person }: { person: ShownPerson | null }) {
  if (person === null) return <span className="subtle">–</span>;
  return (
    <span>
      {person.name}
      {person.left && <span className="overdue small"> ({HAS_LEFT})</span>}
    </span>
  );
}
