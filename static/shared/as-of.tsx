import { createContext, useContext } from 'react';
import { createPortal } from 'react-dom';
import { counted } from './count';
import { instantWords } from './days';
import { useTimeZone } from './time-zone';

/** Where the page's head says how fresh it is what stands below; null before the head is drawn. */
const Place = createContext<HTMLElement | null>(null);
export const AsOfPlace = Place.Provider;

interface Props {
  fresh: { asOf: number | null; updating: number };
  refreshing: boolean;
  onRefresh: () => void;
}

/** How fresh an answer is, told in the page's head. Announced, because it changes by itself while cells are recounted. */
export function AsOf({ fresh: { asOf, updating }, refreshing, onRefresh }: Props) {
  const place = useContext(Place);
  const timeZone = useTimeZone();
  if (place === null) return null;
  return createPortal(
    <>
      <span role="status">
        {asOf === null ? 'not counted yet' : `as of ${instantWords(asOf, timeZone)}`}
        {updating > 0 && ` · updating ${counted(updating, 'cell', 'cells')}`}
      </span>
      {' · '}
      {refreshing ? (
        'refreshing'
      ) : (
        <button type="button" className="link-button" onClick={onRefresh}>
          refresh
        </button>
      )}
    </>,
    place,
  );
}
