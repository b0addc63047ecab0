import { useEffect } from 'react';

/** Names the browser's tab; `product` is the product whose page it is. */
export function useTitle(title: string | null, product: 'Jira' | 'Confluence'): void {
  useEffect(() => {
    document.title = title === null ? product : `${title} - ${product}`;
  }, [title, product]);
}
