import { countWords, figureWords } from '../../src/contract/words';

export { figureWords };

interface Figure {
  implemented: number;
  applicable: number;
  verified: number;
}

/** "10 of 15", with a bar as wide as the share; nothing is due where the denominator is 0. */
export function FigureMeter({ figure }: { figure: Figure }) {
  const { implemented, applicable } = figure;
  if (applicable === 0) return <span className="subtle">none due</span>;
  return (
    <span className="meter">
      <span aria-hidden="true" className="meter-bar">
        <span style={{ width: `${(100 * implemented) / applicable}%` }} />
      </span>
      {countWords(implemented)} of {countWords(applicable)}
    </span>
  );
}
