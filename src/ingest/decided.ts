import type { Context } from '../context';
import { ORGANISATION } from '../domain/coverage/cell';
import { CRITERIA_PART, requirementsWith } from '../domain/coverage/parts';
import { inCommonSubjectFrom } from '../domain/in-common/subject';
import { AWARENESS, RISK_ASSESSMENT, RISK_TREATMENT, STATEMENT_OF_APPLICABILITY } from '../domain/requirement/named';
import { controlsOfStatement } from '../domain/requirement/statement';
import { askToRead, askToRecount } from '../queue/facts-queue';
import { actedSince, type Subject } from '../store/approval';
import { CRITERIA } from '../store/criteria';
import { type Decided, decidedSince } from '../store/decision';
import type { Units } from '../store/mark';
import { SETTINGS } from '../store/settings';
import { keepCriteria } from './keep-criteria';
import { keepSettings } from './keep-settings';
import { writeRecount } from './writer';

/**
 * What must be recounted after decisions: the one place that knows it, for whoever decides and for the night after. The page
 * of a policy is an item, which is read besides. Pure.
 */
export function reachedBy(decided: readonly Decided[], context: Pick<Context, 'requirements'>): Units {
  const systems = new Set(decided.filter(isOfSystem).map(({ subject }) => subject));
  const of = (wanted: (one: Decided) => boolean, reached: (one: Decided) => string[]) =>
    decided.filter(wanted).flatMap(reached);
  // What is met in common reaches the cell of every system, too.
  const everywhere = of(isForAll, requirementsOf);
  const once = of((one) => !isForAll(one) && !isOfSystem(one), requirementsOf);
  return {
    systems: [...systems].sort(),
    requirements: [...new Set([...everywhere, ...once])].sort(),
    everySystem: everywhere.some((id) => context.requirements.get(id)?.scopeLevel === 'ai-system'),
  };
}

const isOfSystem = ({ kind, subject }: Decided): boolean =>
  kind === 'impact-triage' || (kind.startsWith('conclusion') && subject !== ORGANISATION);

/** Until when the decisions of one person count reaches every triage and everything that is met in common. */
const isForAll = ({ kind }: Decided): boolean => kind === 'met-in-common' || kind === 'second-person-due';

function requirementsOf({ kind, requirementId }: Decided): string[] {
  switch (kind) {
    case 'policy-approval':
    case 'acknowledgement':
      return [AWARENESS];
    case 'setting':
      return [];
    default:
      return [requirementId];
  }
}

/**
 * Recounts what was decided since an instant (epoch milliseconds). Whoever decides asks for it at once; a crash between the
 * two leaves a decision that nobody recounts, and saying it again appends nothing.
 */
export async function recountDecided(since: number, context: Context): Promise<void> {
  const all = await decidedSince(since);
  const ofItems = all.filter(isOfItem).map(({ subject }) => subject);
  if (ofItems.length > 0) await askToRead(ofItems);
  const decided = reachedBy(
    all.filter((one) => !isOfItem(one)),
    context,
  );
  const acted = await actedSince(since);
  const later = new Set<string>();
  for (const [of, keep] of KEPT)
    if (acted.some(({ kind }) => kind === of.kind) && (await keep(context))) {
      await askToRecount(reachedByApproval(of, context));
      later.add(of.kind);
    }
  // What was kept only now is not what this invocation counts by.
  const approved = acted.filter(({ kind }) => !later.has(kind)).map((of) => reachedByApproval(of, context));
  for (const { systems, requirements, everySystem } of [decided, ...approved])
    await writeRecount({ systems: new Set(systems), requirements: new Set(requirements), everySystem }, context);
}

/** What is kept in the configuration of what was approved. */
const KEPT = [
  [CRITERIA, keepCriteria],
  [SETTINGS, keepSettings],
] as const;

/** What is about an issue reaches what that issue does: it is read again. */
const isOfItem = ({ kind }: Decided): boolean => kind === 'dismissal-agreement';

/** What must be recounted after something was approved, or an approval withdrawn. Pure. */
export function reachedByApproval({ kind, subject }: Subject, { catalogue }: Pick<Context, 'catalogue'>): Units {
  switch (kind) {
    case 'statement':
      return {
        systems: [],
        requirements: [...controlsOfStatement(catalogue).map(({ id }) => id), STATEMENT_OF_APPLICABILITY],
        everySystem: true,
      };
    case 'criteria':
      return {
        systems: [],
        requirements: [...requirementsWith(CRITERIA_PART, catalogue.requirements), RISK_ASSESSMENT, RISK_TREATMENT],
        everySystem: true,
      };
    case 'settings':
      return { systems: [], requirements: catalogue.requirements.map(({ id }) => id), everySystem: true };
    case 'triage':
      return { systems: [subject], requirements: [], everySystem: false };
    case 'in-common':
      return { systems: [], requirements: [inCommonSubjectFrom(subject).requirementId], everySystem: true };
  }
}
