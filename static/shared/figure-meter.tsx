import { countWords } from '../../src/words/numbers';

interface Figure {
  implemented: number;
  applicable: number;
  verified: number;
  unknown?: number | undefined;
}

/** "10 of 15", or "10 of 15, 2 unknown", with a bar as wide as the share; nothing is due where the denominator is 0. */
export function FigureMeter({ figure }: { figure: Figure }) {
  const { implemented, applicable, unknown = 0 } = figure;
  if (applicable === 0) return <span className="subtle">none due</span>;
  return (
    <span className="meter">
      <span aria-hidden="true" className="meter-bar">
        <span style={{ width: `${(100 * implemented) / applicable}%` }} />
      </span>
      {countWords(implemented)} of {countWords(applicable)}
      {unknown > 0 && `, ${countWords(unknown)} unknown`}
    </span>
  );
}
