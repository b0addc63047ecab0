import SectionMessage from '@atlaskit/section-message';

/** What Jira no longer has and figures rest on: they stand still, and say so. */
export function Gone({ gone }: { gone: readonly string[] }) {
  return (
    <SectionMessage appearance="warning" title="Something that figures rest on is missing in Jira">
      <p>{gone.join(', ')}. What rests on it stands as it was last read, until an administrator restores it.</p>
    </SectionMessage>
  );
}
