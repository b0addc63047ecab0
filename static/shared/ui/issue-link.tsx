import { router } from '@forge/bridge';
import type { ReactNode } from 'react';

/** Something of a product by its address below the site's. The frame may not open windows itself, so the product is asked to. */
export function ItemLink({ address, children }: { address: string; children: ReactNode }) {
  return (
    <a
      href={address}
      onClick={(event) => {
        event.preventDefault();
        void router.open(address);
      }}
    >
      {children}
    </a>
  );
}

/** As a function, for whoever draws text that holds addresses. */
export const itemLink = (address: string, shown: ReactNode): ReactNode => (
  <ItemLink address={address}>{shown}</ItemLink>
);

/** An issue by its key. */
export function IssueLink({ issueKey, children }: { issueKey: string; children?: string }) {
  return <ItemLink address={`/browse/${issueKey}`}>{children ?? issueKey}</ItemLink>;
}
