import { NOT_RATED, RATING_EMPTY } from '../../../src/words/screens/shared/common';
import { VERY_HIGH } from '../../../src/words/screens/shared/parts';
import { CONSEQUENCE, LIKELIHOOD } from '../../../src/words/vocabulary';
import styles from './risk-level.module.css';

/** A rating of likelihood and consequence, 1 to 5 each. */
export interface Rating {
  likelihood: number;
  consequence: number;
}

/** Four bands of a level from 1 to 25, for looks and word; the app's own, beside the organisation's threshold. */
export const BANDS = [
  { band: 'low', word: 'Low', from: 1, to: 4 },
  { band: 'moderate', word: 'Moderate', from: 5, to: 9 },
  { band: 'high', word: 'High', from: 10, to: 15 },
  { band: 'very-high', word: VERY_HIGH, from: 16, to: 25 },
] as const;

export type Band = (typeof BANDS)[number]['band'];

const BAND_CLASSES = {
  low: styles.low,
  moderate: styles.moderate,
  high: styles.high,
  'very-high': styles.veryHigh,
} satisfies Record<Band, string | undefined>;

export const bandOf = (level: number): (typeof BANDS)[number] => BANDS.find(({ to }) => level <= to) ?? BANDS[3];

/** A level as number and word. "Not rated" is a word of its own: an empty risk is not a small one. */
export function RiskLevel({ level, title }: { level: number | null; title?: string }) {
  if (level === null)
    return (
      <span className={`${styles.level} ${styles.unrated}`} title={title ?? RATING_EMPTY}>
        {NOT_RATED}
      </span>
    );
  const { band, word } = bandOf(level);
  return (
    <span className={`${styles.level} ${BAND_CLASSES[band]}`} title={title}>
      {level} {word}
    </span>
  );
}

const levelOf = (rating: Rating | null): number | null =>
  rating === null ? null : rating.likelihood * rating.consequence;

const ratingWords = (rating: Rating | null): string =>
  rating === null ? RATING_EMPTY : `${LIKELIHOOD[rating.likelihood - 1]} × ${CONSEQUENCE[rating.consequence - 1]}`;

/** As `RiskLevel`, with the words of the rating to point at. */
export function RatingLevel({ rating }: { rating: Rating | null }) {
  return <RiskLevel level={levelOf(rating)} title={ratingWords(rating)} />;
}
