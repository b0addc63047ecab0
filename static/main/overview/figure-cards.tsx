import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { counted, countWords } from '../../shared/count';
import { isDue, STATES, type StateCounts, WORST_FIRST } from '../../shared/states';
import type { Figures } from './management-page';
import type { Filter } from './requirements';

type Figure = Output<'coverage.overview'>['organisation'];

const STAGE_WORDS: Readonly<Record<string, string>> = {
  inception: 'Inception',
  'design-and-development': 'Design and development',
  'verification-and-validation': 'Verification and validation',
  deployment: 'Deployment',
  'operation-and-monitoring': 'Operation and monitoring',
  're-evaluation': 'Re-evaluation',
  retired: 'Retired',
  rejected: 'Rejected',
  'out-of-scope': 'Out of scope',
};

export function FigureCards({
  figures,
  onShowRows,
}: {
  figures: Figures;
  onShowRows: (wanted: Partial<Filter>) => void;
}) {
  const { inScope, total, byStage } = figures.systems;
  const stages = Object.keys(STAGE_WORDS).filter((stage) => (byStage[stage] ?? 0) > 0);
  return (
    <div className="cards">
      <Card
        heading="Organisation requirements"
        explanation="Met once for the whole organisation."
        figure={figures.organisation}
        counts={countsOfOrganisation(figures)}
        onShow={() => onShowRows({ scopeLevel: 'organisation' })}
      />
      <Card
        heading={`System cells, ${counted(inScope, 'AI system', 'AI systems')} in scope`}
        explanation="One for each AI system and each requirement that is due for it."
        figure={figures.systemCells}
        counts={countsOfCells(figures)}
        onShow={() => onShowRows({ scopeLevel: 'ai-system' })}
      />
      <section className="card" aria-label="AI systems by stage">
        <Heading size="xsmall" as="h2">
          AI systems by stage
        </Heading>
        {stages.length === 0 ? (
          <p className="subtle">None registered</p>
        ) : (
          <dl className="stages">
            {stages.map((stage) => (
              <div key={stage}>
                <dt>{STAGE_WORDS[stage]}</dt>
                <dd>{countWords(byStage[stage] ?? 0)}</dd>
              </div>
            ))}
          </dl>
        )}
        {total > inScope && (
          <p className="subtle small">{`${countWords(total)} in all, ${countWords(total - inScope)} not in scope`}</p>
        )}
      </section>
    </div>
  );
}

interface CardProps {
  heading: string;
  explanation: string;
  figure: Figure;
  counts: StateCounts;
  onShow: () => void;
}

function Card({ heading, explanation, figure, counts, onShow }: CardProps) {
  return (
    <section className="card" aria-label={heading}>
      <Heading size="xsmall" as="h2">
        {heading}
      </Heading>
      {figure.applicable === 0 ? (
        <p className="figure">Nothing applicable</p>
      ) : (
        <p className="figure">
          <button
            type="button"
            className="link-button"
            onClick={onShow}
            title="Show the requirements behind this figure"
          >
            <strong>{countWords(figure.implemented)}</strong> of {countWords(figure.applicable)} implemented
          </button>
          <span className="subtle">
            {' '}
            · {figure.verified === 0 ? 'No conclusions recorded' : `${countWords(figure.verified)} verified`}
          </span>
        </p>
      )}
      <StateBar counts={counts} />
      <p className="subtle small">{explanation}</p>
    </section>
  );
}

/** What the denominator consists of, best first. The same is said in words for whoever does not see it. */
function StateBar({ counts }: { counts: StateCounts }) {
  const present = [...WORST_FIRST].reverse().filter((state) => isDue(state) && (counts[state] ?? 0) > 0);
  const words = present.map((state) => `${STATES[state].word} ${countWords(counts[state] ?? 0)}`).join(', ');
  if (present.length === 0) return null;
  return (
    <div className="state-bar" role="img" aria-label={words} title={words}>
      {present.map((state) => (
        <span key={state} className={`state-${state}`} style={{ flexGrow: counts[state] }} />
      ))}
    </div>
  );
}

function countsOfOrganisation(figures: Figures): StateCounts {
  const counts: StateCounts = {};
  for (const tile of figures.tiles) {
    if (tile.scopeLevel === 'organisation') counts[tile.state] = (counts[tile.state] ?? 0) + 1;
  }
  return counts;
}

function countsOfCells(figures: Figures): StateCounts {
  const counts: StateCounts = {};
  for (const tile of figures.tiles) {
    for (const state of WORST_FIRST) {
      const count = tile.systems?.counts[state] ?? 0;
      if (count > 0) counts[state] = (counts[state] ?? 0) + count;
    }
  }
  return counts;
}
