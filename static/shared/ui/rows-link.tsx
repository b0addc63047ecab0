import { createContext, type ReactNode, useContext } from 'react';
import { LinkButton } from './link-button';

/** Rows of the page "AI management", as values of its address. */
export type RowsPlace = Readonly<Record<string, string>>;

/** The requirements of one AI system: its panel. */
export const rowsOfSystem = (issueId: string): RowsPlace => ({ page: 'systems', system: issueId });

/**
 * How this frame leads to rows: pages of the app change their own address, a gadget or a macro opens such a page. Null
 * where the reader has no way there.
 */
const WayToRows = createContext<((place: RowsPlace) => void) | null>(null);
export const WayToRowsProvider = WayToRows.Provider;
export const useWayToRows = (): ((place: RowsPlace) => void) | null => useContext(WayToRows);

interface Props {
  to: RowsPlace;
  /** Says what is behind a number that stands alone. */
  label?: string;
  title?: string;
  children: ReactNode;
}

/** A number with a way to the rows behind it; without one it is a plain number. */
export function RowsLink({ to, label, title, children }: Props) {
  const go = useWayToRows();
  if (go === null) return <>{children}</>;
  return (
    <LinkButton aria-label={label} title={title} onClick={() => go(to)}>
      {children}
    </LinkButton>
  );
}
