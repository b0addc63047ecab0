/** A person's name as Jira gives it to the viewer, or a dash. */
export function PersonName({ person }: { person: { name: string } | null }) {
  return person === null ? <span className="subtle">–</span> : <span>{person.name}</span>;
}
