import { createContext, useContext, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { counted } from '../../../src/words/numbers';
import { NOT_COUNTED_YET, readWords } from '../../../src/words/screens/shared/reading';
import { useTimeZone } from '../bridge/time-zone';
import { instantWords } from './instant-words';
import { LinkButton } from './link-button';

/** Where the page's head says how fresh it is what stands below; null before the head is drawn. */
const Place = createContext<HTMLElement | null>(null);
export const AsOfPlace = Place.Provider;

interface Props {
  fresh: { asOf: number | null; updating: number };
  refreshing: boolean;
  onRefresh: () => void;
}

/**
 * When an answer was read and how old its facts are: figures of a quiet week are no old figures. It is told in the page's
 * head, and announced, because it changes by itself while cells are recounted.
 */
export function AsOf({ fresh, refreshing, onRefresh }: Props) {
  const { asOf, updating } = fresh;
  const place = useContext(Place);
  const timeZone = useTimeZone();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is another reading.
  const readAt = useMemo(() => Date.now(), [fresh]);
  if (place === null) return null;
  return createPortal(
    <>
      <span role="status">
        {asOf === null ? NOT_COUNTED_YET : readWords(instantWords(readAt, timeZone), instantWords(asOf, timeZone))}
        {updating > 0 && ` · updating ${counted(updating, 'figure', 'figures')}`}
      </span>
      {' · '}
      {refreshing ? 'refreshing' : <LinkButton onClick={onRefresh}>refresh</LinkButton>}
    </>,
    place,
  );
}
