import { counted, countWords } from '../../../src/words/numbers';
import { CONSEQUENCE, LIKELIHOOD } from '../../../src/words/vocabulary';
import styles from './heat-map.module.css';
import { BANDS, type Band, bandOf } from './risk-level';
import texts from './text.module.css';

export interface Square {
  likelihood: number;
  consequence: number;
}

interface Props {
  heading: string;
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
export function HeatMap({ heading, squares, unrated, chosen, onChoose }: Props) {
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
                <span className={styles.word}>{LIKELIHOOD[likelihood - 1]}</span>
              </th>
              {RISING.map((consequence) => (
                <td key={consequence} {...lookOf(bandOf(likelihood * consequence).band)}>
                  <Cell
                    square={{ likelihood, consequence }}
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
                <span className={styles.word}>{CONSEQUENCE[consequence - 1]}</span>
              </th>
            ))}
          </tr>
        </tbody>
      </table>
      {/* Stands in for the words of the axes where the map is too narrow to show them; they are still read out there. */}
      <p className={`${styles.key} ${texts.aside}`} aria-hidden="true">
        ↑ Likelihood: {scaleWords(LIKELIHOOD)}
        <br />→ Consequence: {scaleWords(CONSEQUENCE)}
      </p>
    </div>
  );
}

const scaleWords = (words: readonly string[]): string => words.map((word, place) => `${place + 1} ${word}`).join(', ');

/** What the looks of the squares mean; stands once beside all heat maps. */
export function HeatBands() {
  return (
    <ul className={`${styles.bands} ${texts.aside}`} aria-label="Levels">
      {BANDS.map(({ band, word, from, to }) => (
        <li key={band}>
          <span className={BAND_CLASSES[band]} aria-hidden="true" /> {word} {from}–{to}
        </li>
      ))}
    </ul>
  );
}

function Cell(props: { square: Square; count: number; pressed: boolean | undefined; onChoose: Props['onChoose'] }) {
  const { square, count, pressed, onChoose } = props;
  if (count === 0) return <span className={styles.none}>0</span>;
  if (!onChoose) return <strong>{countWords(count)}</strong>;
  const where = `${LIKELIHOOD[square.likelihood - 1]}, ${CONSEQUENCE[square.consequence - 1]}`;
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
