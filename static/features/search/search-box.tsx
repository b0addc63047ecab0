import SearchIcon from '@atlaskit/icon/core/search';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { SEARCH } from '../../../src/words/screens/search';
import styles from './search.module.css';

const SearchField = lazy(async () => ({ default: (await import('./search-field')).SearchField }));

/** One search for all that has a place. The field is loaded when somebody wants to search: it weighs as much as a page. */
export function SearchBox({ projectId }: { projectId: string | null }) {
  // Null as long as nobody has opened it: focus goes back to the button only from a field that a key closed.
  const [open, setOpen] = useState<boolean | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open === false) opener.current?.focus();
  }, [open]);
  const button = (
    <button ref={opener} type="button" className={styles.button} onClick={() => setOpen(true)}>
      <SearchIcon label="" size="small" color="currentColor" /> {SEARCH}
    </button>
  );
  return (
    <search className={styles.search}>
      {open ? (
        <Suspense fallback={button}>
          <SearchField projectId={projectId} label={SEARCH} onClose={(byKey) => setOpen(byKey ? false : null)} />
        </Suspense>
      ) : (
        button
      )}
    </search>
  );
}
