import type { Output } from '../../contract/procedures';
import { bandOf, type Criteria } from '../../domain/criteria/criteria';
import type { Rating } from '../../domain/item/item-fact';
import { riskLevel } from '../../domain/risk/level';

type RatingView = NonNullable<Output<'risks.list'>['rows'][number]['inherent']>;
type LevelView = Pick<RatingView, 'level' | 'band'>;

/** A level as the criteria in force name it; null where nothing is rated. */
export const levelView = (level: number | null, { scale }: Pick<Criteria, 'scale'>): LevelView | null =>
  level === null ? null : { level, band: bandOf(level, scale) };

/** A rating in the words of the criteria in force. */
export function ratingView(rating: Rating | null, { scale }: Pick<Criteria, 'scale'>): RatingView | null {
  const level = levelView(riskLevel(rating), { scale });
  if (rating === null || level === null) return null;
  const { likelihood, consequence } = rating;
  const words = `${scale.likelihood[likelihood - 1]} × ${scale.consequence[consequence - 1]}`;
  return { likelihood, consequence, words, ...level };
}
