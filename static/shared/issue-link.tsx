import { router } from '@forge/bridge';

/** An issue by its key. The frame may not open windows itself, so the product is asked to. */
export function IssueLink({ issueKey, children }: { issueKey: string; children?: string }) {
  const path = `/browse/${issueKey}`;
  return (
    <a
      href={path}
      onClick={(event) => {
        event.preventDefault();
        void router.open(path);
      }}
    >
      {children ?? issueKey}
    </a>
  );
}
