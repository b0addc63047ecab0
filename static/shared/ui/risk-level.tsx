import type { Output } from '../../../src/contract/procedures';
import { RISK_BAND_WORDS } from '../../../src/words/risks';
import { NOT_RATED, RATING_EMPTY } from '../../../src/words/screens/shared/common';
import styles from './risk-level.module.css';

/** A rating of likelihood and consequence, as the criteria in force name it. */
type Rating = NonNullable<Output<'risks.list'>['rows'][number]['inherent']>;
type Level = Pick<Rating, 'level' | 'band'>;
export type Band = Rating['band'];

const BAND_CLASSES = {
  low: styles.low,
  moderate: styles.moderate,
  high: styles.high,
  'very-high': styles.veryHigh,
} satisfies Record<Band, string | undefined>;

/** A level as number and word. "Not rated" is a word of its own: an empty risk is not a small one. */
export function RiskLevel({ level, title }: { level: Level | null; title?: string }) {
  if (level === null)
    return (
      <span className={`${styles.level} ${styles.unrated}`} title={title ?? RATING_EMPTY}>
        {NOT_RATED}
      </span>
    );
  return (
    <span className={`${styles.level} ${BAND_CLASSES[level.band]}`} title={title}>
      {level.level} {RISK_BAND_WORDS[level.band]}
    </span>
  );
}

/** As `RiskLevel`, with the words of the rating to point at. */
export function RatingLevel({ rating }: { rating: Rating | null }) {
  return <RiskLevel level={rating} title={rating?.words ?? RATING_EMPTY} />;
}
