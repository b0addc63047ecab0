import type { Context } from '../context';
import { ORGANISATION } from '../domain/coverage/cell';
import { AWARENESS, STATEMENT_OF_APPLICABILITY } from '../domain/requirement/named';
import { controlsOfStatement } from '../domain/requirement/statement';
import { type Decided, decidedSince } from '../store/decision';
import type { Units } from '../store/mark';
import { writeRecount } from './writer';

/**
 * What must be recounted after decisions: the one place that knows it, for whoever decides and for the night after. The page
 * of a policy is an item, which is read besides. Pure.
 */
export function reachedBy(decided: readonly Decided[], context: Pick<Context, 'catalogue' | 'requirements'>): Units {
  const systems = new Set(decided.filter(isOfSystem).map(({ subject }) => subject));
  const of = (wanted: (one: Decided) => boolean, reached: (one: Decided) => string[]) =>
    decided.filter(wanted).flatMap(reached);
  // An applicability and what is met in common reach the cell of every system, too.
  const everywhere = of(isForAll, (one) => requirementsOf(one, context));
  const once = of(
    (one) => !isForAll(one) && !isOfSystem(one),
    (one) => requirementsOf(one, context),
  );
  return {
    systems: [...systems].sort(),
    requirements: [...new Set([...everywhere, ...once])].sort(),
    everySystem: everywhere.some((id) => context.requirements.get(id)?.scopeLevel === 'ai-system'),
  };
}

const isOfSystem = ({ kind, subject }: Decided): boolean =>
  kind === 'impact-triage' || (kind.startsWith('conclusion') && subject !== ORGANISATION);

const isForAll = ({ kind }: Decided): boolean =>
  kind === 'applicability' || kind === 'soa-approval' || kind === 'met-in-common';

function requirementsOf({ kind, requirementId }: Decided, { catalogue }: Pick<Context, 'catalogue'>): string[] {
  switch (kind) {
    case 'applicability':
      return [requirementId, STATEMENT_OF_APPLICABILITY];
    case 'soa-approval':
      return [...controlsOfStatement(catalogue).map(({ id }) => id), STATEMENT_OF_APPLICABILITY];
    case 'policy-approval':
    case 'acknowledgement':
      return [AWARENESS];
    default:
      return [requirementId];
  }
}

/**
 * Recounts what was decided since an instant (epoch milliseconds). Whoever decides asks for it at once; a crash between the
 * two leaves a decision that nobody recounts, and saying it again appends nothing.
 */
export async function recountDecided(since: number, context: Context): Promise<void> {
  const { systems, requirements, everySystem } = reachedBy(await decidedSince(since), context);
  await writeRecount({ systems: new Set(systems), requirements: new Set(requirements), everySystem }, context);
}
