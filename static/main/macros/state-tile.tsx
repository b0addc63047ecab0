import { StateIcon } from '../../shared/state-icon';
import { type CoverageState, STATES } from '../../shared/states';

interface Props {
  requirementId: string;
  title: string;
  state: CoverageState;
  systems?: { implemented: number; due: number } | null;
}

/** One requirement as sign, number and, for what every AI system has to meet, how many of them do. */
export function StateTile({ requirementId, title, state, systems = null }: Props) {
  const share = systems && systems.due > 0 ? `, ${systems.implemented} of ${systems.due} AI systems` : '';
  const words = `${requirementId} ${title}: ${STATES[state].word}${share}`;
  return (
    <span className={`tile state-${state}`} role="img" aria-label={words} title={words}>
      <StateIcon state={state} />
      <strong>{requirementId}</strong>
      {share !== '' && systems && (
        <span className="tile-share">
          {systems.implemented}/{systems.due}
        </span>
      )}
    </span>
  );
}
