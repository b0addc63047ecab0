import { catalogue } from '../../../controls';
import { requiredDocuments } from '../../../src/domain/coverage/documents';
import type { Tile } from '../../../src/domain/coverage/tile';
import { bucketsOf, trendPoints } from '../../../src/domain/coverage/trend';
import { timeZone } from '../../../src/domain/time-zone';

const change = (bucket: number, from: string | null, to: string, count = 1, marker = false) => ({
  bucket,
  from,
  to,
  count,
  marker,
});

describe('the series of figures', () => {
  const buckets = bucketsOf('2026-11-24', 3, timeZone('UTC'));

  test('buckets end today, by day up to 92 days and by week beyond', () => {
    expect(buckets.days).toEqual(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24']);
    expect(bucketsOf('2026-11-24', 90, timeZone('UTC'))).toMatchObject({ interval: 'day' });
    expect(bucketsOf('2026-11-24', 365, timeZone('UTC')).days).toHaveLength(53);
  });

  test('counts go on from bucket to bucket; the denominator moves too', () => {
    const points = trendPoints(
      buckets,
      [change(0, null, 'gap', 3), change(2, 'gap', 'implemented', 2), change(3, 'gap', 'excluded')],
      [change(1, null, 'gap', 26), change(1, null, 'gap', 1, true), change(3, 'gap', 'verified', 4)],
      44,
    );
    expect(points.map(({ organisation }) => organisation)).toEqual([
      { implemented: 0, applicable: 44, verified: 0 },
      { implemented: 0, applicable: 44, verified: 0 },
      { implemented: 2, applicable: 44, verified: 0 },
      { implemented: 2, applicable: 43, verified: 0 },
    ]);
    expect(points.map(({ systemCells }) => systemCells.applicable)).toEqual([0, 27, 27, 27]);
    expect(points[3]?.systemCells).toEqual({ implemented: 4, applicable: 27, verified: 4 });
    expect(points.map(({ systems }) => systems)).toEqual([0, 1, 1, 1]);
  });

  test('what left the scope leaves the denominator', () => {
    const points = trendPoints(
      buckets,
      [],
      [change(0, null, 'gap', 5, true), change(1, 'gap', 'out-of-scope', 5, true)],
      44,
    );
    expect(points.map(({ systemCells, systems }) => [systemCells.applicable, systems])).toEqual([
      [5, 5],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('before the first change nothing was recorded, which is not a figure of 0', () => {
    expect(trendPoints(buckets, [change(2, null, 'gap')], [], 44).map(({ day }) => day)).toEqual([
      '2026-11-23',
      '2026-11-24',
    ]);
    expect(trendPoints(buckets, [], [], 44)).toEqual([]);
  });
});

describe('the 20 pieces of documented information', () => {
  const tiles = (state: Tile['state'], systems: { due: number; implemented: number }): Tile[] =>
    catalogue.requirements.map(({ id, scopeLevel }) => ({
      requirementId: id,
      state,
      systems: scopeLevel === 'ai-system' ? { ...systems, counts: {} } : null,
    }));

  test('all there, none there, and what is not due yet is not asked for', () => {
    const of = (state: Tile['state'], due: number, implemented: number) =>
      requiredDocuments(catalogue.requirements, tiles(state, { due, implemented }));
    expect(of('implemented', 3, 3)).toEqual({ current: 20, required: 20, missing: [] });
    expect(of('gap', 3, 0)).toMatchObject({ current: 0, required: 20 });
    // One of three AI systems lacks it: the piece is not there.
    expect(of('verified', 3, 2)).toMatchObject({
      current: 17,
      required: 20,
      missing: ['iso42001/8.2', 'iso42001/8.3', 'iso42001/8.4'],
    });
    expect(of('not-due', 0, 0)).toMatchObject({ required: 17 });
  });
});
