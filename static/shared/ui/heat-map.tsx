import type { Output } from '../../../src/contract/procedures';
import { bandOf } from '../../../src/contract/risk-level';
import { counted, countWords } from '../../../src/words/numbers';
import { RISK_BAND_WORDS } from '../../../src/words/risks';
import styles from './heat-map.module.css';
import type { Band } from './risk-level';
import texts from './text.module.css';

export interface Square {
  likelihood: number;
  consequence: number;
}

type Scale = Output<'risks.overview'>['scale'];

interface Props {
  heading: string;
  /** Words and bands, as the criteria in force say. */
  scale: Scale;
  /** `squares[likelihood - 1][consequence - 1]`. */
  squares: readonly (readonly number[])[];
  unrated: number;
  /** Of squares that are switches; without it they lead elsewhere. */
  chosen?: Square | null;
  /** Without it the squares are no buttons: in an export, or where there is no register beside. */
  onChoose?: ((square: Square) => void) | undefined;
}

const BAND_CLASSES = {
  low: styles.low,
  moderate: styles.moderate,
  high: styles.high,
  'very-high': styles.veryHigh,
} satisfies Record<Band, string | undefined>;

const lookOf = (band: Band) => ({ className: BAND_CLASSES[band], 'data-testid': `band-${band}` });

const FALLING = [5, 4, 3, 2, 1] as const;
const RISING = [1, 2, 3, 4, 5] as const;

/** How many risks lie in each of the 25 squares, likelihood upwards and consequence to the right. */
export function HeatMap({ heading, scale, squares, unrated, chosen, onChoose }: Props) {
  return (
    <div className={styles.map} data-testid="heat-map">
      <table>
        <caption>
          <strong>{heading}</strong>
          <br />
          <span className={texts.aside}>{unrated > 0 ? `${countWords(unrated)} not rated` : 'all rated'}</span>
        </caption>
        <tbody>
          {FALLING.map((likelihood) => (
            <tr key={likelihood}>
              <th scope="row">
                <span className={styles.number}>{likelihood}</span>{' '}
                <span className={styles.word}>{scale.likelihood[likelihood - 1]}</span>
              </th>
              {RISING.map((consequence) => (
                <td key={consequence} {...lookOf(bandOf(likelihood * consequence, scale))}>
                  <Cell
                    square={{ likelihood, consequence }}
                    scale={scale}
                    count={squares[likelihood - 1]?.[consequence - 1] ?? 0}
                    pressed={
                      chosen === undefined
                        ? undefined
                        : chosen?.likelihood === likelihood && chosen.consequence === consequence
                    }
                    onChoose={onChoose}
                  />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td className={`${styles.corner} ${texts.subtle}`}>
              <span className={styles.word}>Likelihood </span>↑
              <br />
              <span className={styles.word}>Consequence </span>→
            </td>
            {RISING.map((consequence) => (
              <th key={consequence} scope="col">
                <span className={styles.number}>{consequence}</span>{' '}
                <span className={styles.word}>{scale.consequence[consequence - 1]}</span>
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      {/* Stands in for the words of the axes where the map is too narrow to show them; they are still read out there. */}
      <p className={`${styles.key} ${texts.aside}`} aria-hidden="true">
        ↑ Likelihood: {scaleWords(scale.likelihood)}
        <br />→ Consequence: {scaleWords(scale.consequence)}
      </p>
    </div>
  );
}

const scaleWords = (words: readonly string[]): string => words.map((word, place) => `${place + 1} ${word}`).join(', ');

/** What the looks of the squares mean; stands once beside all heat maps. */
export function HeatBands({ bands }: { bands: Scale['bands'] }) {
  return (
    <ul className={`${styles.bands} ${texts.aside}`} aria-label="Levels">
      {bands.map(({ band, to }, place) => (
        <li key={band}>
          <span className={BAND_CLASSES[band]} aria-hidden="true" /> {RISK_BAND_WORDS[band]}{' '}
          {(bands[place - 1]?.to ?? 0) + 1}–{to}
        </li>
      ))}
    </ul>
  );
}

function Cell(props: {
  square: Square;
  scale: Scale;
  count: number;
  pressed: boolean | undefined;
  onChoose: Props['onChoose'];
}) {
  const { square, scale, count, pressed, onChoose } = props;
  if (count === 0) return <span className={styles.none}>0</span>;
  if (!onChoose) return <strong>{countWords(count)}</strong>;
  const where = `${scale.likelihood[square.likelihood - 1]}, ${scale.consequence[square.consequence - 1]}`;
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-label={`${counted(count, 'risk', 'risks')}: ${where}`}
      onClick={() => onChoose(square)}
    >
      {countWords(count)}
    </button>
  );
}
