import { IssueLink } from './issue-link';
import { PersonName, type ShownPerson } from './person';

/** Columns that several registers have. */

/** An issue by key and title. */
export const issueColumn = (key: string, title: string, width: number) => ({
  key,
  title,
  width,
  cell: (row: { key: string; summary: string }) => (
    <>
      <IssueLink issueKey={row.key} /> {row.summary}
    </>
  ),
});

/** Whose it is. */
export const OWNER_COLUMN = {
  key: 'owner',
  title: 'Owner',
  width: 12,
  cell: ({ owner }: { owner: ShownPerson | null }) => <PersonName person={owner} />,
};
