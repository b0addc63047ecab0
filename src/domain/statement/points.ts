import type { Content } from '../approval/entry';
import type { ItemId } from '../item/item-fact';
import { type Decided, type OwnControlRow, REASON_LENGTH, rowKeyFrom, type TypedReason } from './row';

/** What keeps a draft from being submitted, a word for each; screens have sentences. */
export type PointCode =
  | 'undecided'
  | 'excluded-though-needed'
  | 'without-reason'
  | 'not-typed'
  | 'too-short'
  | 'risk-missing'
  | 'excluded-by-risk';

/** What is worth a look and keeps nothing back: S2, S3 and S4 of the consistency checks. */
export type WarningCode = 'one-text-for-all' | 'risks-gone' | 'nobody-responsible';

export interface Point<Code = PointCode> {
  key: string;
  code: Code;
}

/** Living AI risks by the control that they name. */
export type Needs = ReadonlyMap<string, readonly ItemId[]>;

/**
 * What is open before the Statement can be submitted, in the order of the controls: every control is decided; none that a living
 * risk needs is excluded (S1); each row has a reason of a kind, in words; "risk" as a reason rests on a living risk. Pure.
 * @param controls keys of the 38
 */
export function openPoints(draft: Content, controls: readonly string[], needs: Needs): Point[] {
  const undecided = controls.filter((key) => !draft.has(key)).map((key): Point => ({ key, code: 'undecided' }));
  return [...undecided, ...[...draft].flatMap(([key, row]) => pointsOfRow(key, row as unknown as Decided, needs))];
}

function pointsOfRow(key: string, row: Decided, needs: Needs): Point[] {
  const { control, system } = rowKeyFrom(key);
  const needed = (needs.get(control) ?? []).length > 0;
  const codes = new Set<PointCode>();
  if (!row.applicable && system === null && needed) codes.add('excluded-though-needed');
  if (row.reasons.length === 0) codes.add('without-reason');
  for (const reason of row.reasons) {
    if (reason.kind === 'not-typed') codes.add('not-typed');
    if (reason.text.trim().length < REASON_LENGTH.least) codes.add('too-short');
    if (reason.kind === 'risk' && row.applicable !== needed)
      codes.add(row.applicable ? 'risk-missing' : 'excluded-by-risk');
  }
  return [...codes].map((code) => ({ key, code }));
}

/** From so many excluded controls on, one and the same text for all of them is told. */
const ALIKE_FROM = 4;

/** What is only told. Pure. */
export function warningsOf(draft: Content, needs: Needs): Point<WarningCode>[] {
  const rows = [...draft].map(([key, body]) => ({ key, ...rowKeyFrom(key), row: body as unknown as OwnControlRow }));
  const controls = rows.filter(({ system }) => system === null);
  const excluded = controls.filter(({ row }) => !row.applicable);
  const alike = excluded.filter(
    ({ row }) => excluded.filter((other) => textOf(other.row) === textOf(row)).length >= ALIKE_FROM,
  );
  return [
    ...alike.map(({ key }): Point<WarningCode> => ({ key, code: 'one-text-for-all' })),
    ...controls
      .filter(
        ({ key, row }) => row.applicable && row.reasons.some((reason) => restsOnGone(reason, needs.get(key) ?? [])),
      )
      .map(({ key }): Point<WarningCode> => ({ key, code: 'risks-gone' })),
    ...controls
      .filter(({ row }) => row.applicable && row.responsible === null)
      .map(({ key }): Point<WarningCode> => ({ key, code: 'nobody-responsible' })),
  ];
}

const textOf = ({ reasons }: Decided): string => reasons.map(({ text }) => text.trim()).join('\n');

const restsOnGone = ({ kind, links }: TypedReason, living: readonly ItemId[]): boolean =>
  kind === 'risk' && links.length > 0 && !links.some((link) => living.includes(link));
