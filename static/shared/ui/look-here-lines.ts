import type { Output } from '../../../src/contract/procedures';
import {
  aboveThresholdWords,
  acceptanceExpiredWords,
  documentsWords,
  overdueWords,
  ownerLeftWords,
  PROHIBITED_SYSTEMS,
  runningOutWords,
  UNASSESSED_SYSTEMS,
  unownedWords,
  unratedWords,
} from '../../../src/words/attention';
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
    line('prohibited', lookHere.prohibited, PROHIBITED_SYSTEMS, {
      page: 'systems',
      class: 'Prohibited',
    }),
    line('unassessed', lookHere.inOperationWithoutImpactAssessment, UNASSESSED_SYSTEMS, {
      page: 'systems',
      list: 'in-operation-without-impact-assessment',
    }),
    line('unowned', lookHere.systemsWithoutOwner, unownedWords(lookHere.systemsWithoutOwner), {
      page: 'systems',
      list: 'without-owner',
    }),
    line('owner-left', lookHere.systemsOwnerLeft, ownerLeftWords(lookHere.systemsOwnerLeft), OWNER_LEFT_ROWS),
    line('above-threshold', lookHere.risksAboveThreshold, aboveThresholdWords(lookHere.risksAboveThreshold), {
      page: 'risks',
      list: 'above-threshold',
    }),
    line('unrated', lookHere.risksUnrated, unratedWords(lookHere.risksUnrated), {
      page: 'risks',
      list: 'unrated',
    }),
    line('expired', lookHere.acceptancesExpired, acceptanceExpiredWords(lookHere.acceptancesExpired), {
      page: 'risks',
      list: 'acceptance-expired',
    }),
    line('overdue', lookHere.nonconformitiesOverdue, overdueWords(lookHere.nonconformitiesOverdue), {
      page: 'improvement',
      list: 'overdue',
    }),
    ...(documents === null
      ? []
      : [
          line('documents', documents.required - documents.current, documentsWords(documents.required), {
            page: 'requirements',
            show: 'documents',
          }),
        ]),
    line('lapsing', lapsing, runningOutWords(lapsing), {
      page: 'requirements',
      show: 'lapsing',
    }),
  ];
}
