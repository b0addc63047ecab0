import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import Heading from '@atlaskit/heading';
import type { ReactNode } from 'react';

export interface Crumb {
  text: string;
  to: string;
}

interface Props {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  /** Without the usual limit of width. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of a page: where it is, its name, what one can do, and its content. */
export function Page({ title, crumbs = [], actions, wide = false, children }: Props) {
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      {crumbs.length > 0 && (
        <Breadcrumbs label="Where you are">
          {crumbs.map(({ text, to }) => (
            <BreadcrumbsItem key={to} text={text} href={to} />
          ))}
        </Breadcrumbs>
      )}
      <div className="page-head">
        <Heading size="large" as="h1">
          {title}
        </Heading>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
