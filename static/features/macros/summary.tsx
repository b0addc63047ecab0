import { Fragment } from 'react';
import { RowsLink, type RowsPlace } from '../../shared/ui/rows-link';

interface Part {
  words: string;
  to: RowsPlace;
}

/** Counts in a line, each a way to its rows. */
export function Summary({ parts }: { parts: readonly Part[] }) {
  return (
    <p>
      {parts.map(({ words, to }, place) => (
        <Fragment key={words}>
          {place > 0 && ' · '}
          <RowsLink to={to}>{words}</RowsLink>
        </Fragment>
      ))}
    </p>
  );
}
