import { countWords } from './count';

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

/** "10 of 15 implemented, 3 verified". */
export function figureWords({ implemented, applicable, verified }: Figure): string {
  if (applicable === 0) return 'Nothing applicable';
  const judged = verified === 0 ? 'no conclusions recorded' : `${countWords(verified)} verified`;
  return `${countWords(implemented)} of ${countWords(applicable)} implemented, ${judged}`;
}
