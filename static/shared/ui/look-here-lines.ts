import type { Output } from '../../../src/contract/procedures';
import { ownerLeftWords } from '../../../src/words/attention';
import { agreeing, countWords } from '../../../src/words/numbers';
import type { RowsPlace } from './rows-link';

type LookHere = Output<'coverage.overview'>['lookHere'];

export interface LookHereLine {
  id: string;
  /** 0 when there is nothing to look at. */
  count: number;
  words: string;
  to: RowsPlace;
}

/** The AI systems whose owner has left. */
export const OWNER_LEFT_ROWS: RowsPlace = { page: 'systems', list: 'owner-left' };

/** What the eye should fall on first, in this order, on every surface alike. */
export function lookHereLines(lookHere: LookHere): LookHereLine[] {
  const { documents } = lookHere;
  const lapsing = lookHere.lapsing.reduce((sum, { count }) => sum + count, 0);
  const line = (id: string, count: number, words: string, to: RowsPlace): LookHereLine => ({ id, count, words, to });
  return [
    line('prohibited', lookHere.prohibited, 'of the AI Act class “Prohibited” (Art. 5)', {
      page: 'systems',
      class: 'Prohibited',
    }),
    line('unassessed', lookHere.inOperationWithoutImpactAssessment, 'in operation without impact assessment', {
      page: 'systems',
      list: 'in-operation-without-impact-assessment',
    }),
    line(
      'unowned',
      lookHere.systemsWithoutOwner,
      `AI ${agreeing(lookHere.systemsWithoutOwner, 'system', 'systems')} without an owner`,
      { page: 'systems', list: 'without-owner' },
    ),
    line('owner-left', lookHere.systemsOwnerLeft, ownerLeftWords(lookHere.systemsOwnerLeft), OWNER_LEFT_ROWS),
    line(
      'above-threshold',
      lookHere.risksAboveThreshold,
      `${agreeing(lookHere.risksAboveThreshold, 'risk', 'risks')} above the threshold, not accepted`,
      { page: 'risks', list: 'above-threshold' },
    ),
    line('unrated', lookHere.risksUnrated, `${agreeing(lookHere.risksUnrated, 'risk', 'risks')} not rated`, {
      page: 'risks',
      list: 'unrated',
    }),
    line(
      'expired',
      lookHere.acceptancesExpired,
      `risk ${agreeing(lookHere.acceptancesExpired, 'acceptance', 'acceptances')} expired`,
      { page: 'risks', list: 'acceptance-expired' },
    ),
    line(
      'overdue',
      lookHere.nonconformitiesOverdue,
      `${agreeing(lookHere.nonconformitiesOverdue, 'nonconformity', 'nonconformities')} overdue`,
      { page: 'improvement', list: 'overdue' },
    ),
    ...(documents === null
      ? []
      : [
          line(
            'documents',
            documents.required - documents.current,
            `of ${countWords(documents.required)} required documents not current (our count)`,
            { page: 'requirements', show: 'documents' },
          ),
        ]),
    line(
      'lapsing',
      lapsing,
      `${agreeing(lapsing, 'requirement', 'requirements')} of AI systems whose evidence runs out within 90 days`,
      {
        page: 'requirements',
        show: 'lapsing',
      },
    ),
  ];
}
