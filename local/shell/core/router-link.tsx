import type { RouterLinkComponentProps } from '@atlaskit/app-provider';
import { type AnchorHTMLAttributes, forwardRef } from 'react';
import { go } from './address';

type Props = RouterLinkComponentProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>;

/** The anchor of Atlaskit's links: addresses of this site open without loading the page anew. */
export const RouterLink = forwardRef<HTMLAnchorElement, Props>(function RouterLink(
  { href, children, onClick, ...rest },
  ref,
) {
  return (
    <a
      {...rest}
      ref={ref}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || rest.target === '_blank')
          return;
        if (!href.startsWith('/')) return;
        event.preventDefault();
        go(href);
      }}
    >
      {children}
    </a>
  );
});
