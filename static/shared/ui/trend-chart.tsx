import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { Output } from '../../../src/contract/procedures';
import { dayWords } from '../../../src/words/days';
import { countWords } from '../../../src/words/numbers';
import { AS_A_TABLE, courseWords, historyBeginsWords } from '../../../src/words/screens/shared/trend';
import { PlainTable } from './plain-table';
import texts from './text.module.css';
import styles from './trend-chart.module.css';

export type Trend = Output<'coverage.trend'>;
interface Point {
  day: string;
  figure: Trend['points'][number]['systemCells'];
}
export type Population = 'organisation' | 'systemCells';

const WIDTH = 300;
const HEIGHT = 72;
const PAD = 3;

const LINES = [
  { key: 'applicable', word: 'Applicable' },
  { key: 'implemented', word: 'Implemented' },
  { key: 'verified', word: 'Verified' },
] as const;

const LINE_CLASSES = {
  applicable: styles.applicable,
  implemented: styles.implemented,
  verified: styles.verified,
} satisfies Record<(typeof LINES)[number]['key'], string | undefined>;

interface Props {
  trend: Trend;
  population: Population;
  /** Whether the words of the lines stand below one another, for a narrow place. */
  stacked?: boolean;
}

/** k of n over time, the n drawn too: a figure that rises because less is applicable shows as such. */
export function TrendChart({ trend, population, stacked = false }: Props) {
  const { interval } = trend;
  const points = trend.points.flatMap(({ day, [population]: figure }) => (figure === null ? [] : [{ day, figure }]));
  const [first] = points;
  const last = points[points.length - 1];
  if (!first || !last) return null;
  if (points.length === 1) return <p className={texts.aside}>{historyBeginsWords(first.day, interval)}</p>;
  return (
    <div className={styles.trend}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={courseWords(first, last)}
      >
        {LINES.map(({ key }) => (
          <path key={key} className={LINE_CLASSES[key]} d={pathOf(points, key)} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
      <div className={`${styles.axis} ${texts.aside}`}>
        <span>{dayWords(first.day)}</span>
        <span>{dayWords(last.day)}</span>
      </div>
      <ul className={`${styles.legend} ${stacked ? styles.stacked : ''} ${texts.small}`}>
        {LINES.map(({ key, word }) => (
          <li key={key}>
            <svg viewBox="0 0 18 6" aria-hidden="true">
              <path className={LINE_CLASSES[key]} d="M0 3H18" />
            </svg>
            {word} {countWords(last.figure[key])}
          </li>
        ))}
      </ul>
      <details className={texts.small}>
        <summary>{AS_A_TABLE}</summary>
        <TrendTable points={points} />
      </details>
    </div>
  );
}

function pathOf(points: readonly Point[], key: (typeof LINES)[number]['key']): string {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
  const x = scaleUtc()
    .domain([at(points[0]?.day ?? ''), at(points[points.length - 1]?.day ?? '')])
    .range([0, WIDTH]);
  const highest = Math.max(1, ...points.map((point) => point.figure.applicable));
  const y = scaleLinear()
    .domain([0, highest])
    .range([HEIGHT - PAD, PAD]);
  return (
    line<Point>()
      .x((point) => x(at(point.day)))
      .y((point) => y(point.figure[key]))([...points]) ?? ''
  );
}

/** Rows where something changed, newest first: the same as the lines, for whoever does not see them. */
function TrendTable({ points }: { points: readonly Point[] }) {
  const same = (a: Point, b: Point | undefined) =>
    b !== undefined && LINES.every(({ key }) => a.figure[key] === b.figure[key]);
  const rows = points
    .filter((point, place) => place === points.length - 1 || !same(point, points[place - 1]))
    .reverse();
  return (
    <PlainTable>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {LINES.map(({ key, word }) => (
            <th key={key} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((point) => (
          <tr key={point.day}>
            <th scope="row">{dayWords(point.day)}</th>
            {LINES.map(({ key }) => (
              <td key={key}>{countWords(point.figure[key])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
