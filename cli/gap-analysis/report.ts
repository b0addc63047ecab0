import type { GapAnalysis, RequirementReport } from './figures';

/** How many of the worst requirements and of the problems are printed; --json has all. */
const WORST = 12;
const PROBLEMS = 20;

const STATES = [
  'nonconforming',
  'gap',
  'undecided',
  'stale',
  'planned',
  'in-progress',
  'implemented',
  'verified',
  'not-due',
  'excluded',
] as const;

/** Prints the gap analysis as text for a terminal. */
export function printReport(analysis: GapAnalysis): void {
  const { systems, totals } = analysis;
  const lines = [
    `Gap analysis as of ${analysis.asOf}`,
    '',
    `AI systems: ${systems.total}, in scope ${systems.inScope}, and ${systems.byStage['out-of-scope'] ?? 0} out of scope`,
    ...Object.entries(systems.byStage)
      .sort()
      .map(([stage, count]) => `  ${stage.padEnd(28)}${String(count).padStart(6)}`),
    '',
    `Organisation requirements: ${totals.organisation.implemented} of ${totals.organisation.applicable} implemented, ${totals.organisation.verified} verified`,
    `Requirements of AI systems: ${totals.systems.implemented} of ${totals.systems.due} due implemented, ${totals.systems.verified} verified`,
    `Implemented by declaration only, not seen: ${analysis.declaredOnly}`,
    '',
    `For every AI system (systems in each state)`,
    `${'requirement'.padEnd(46)}${STATES.map((state) => state.slice(0, 12).padStart(13)).join('')}`,
    ...analysis.requirements.filter((entry) => entry.scopeLevel === 'ai-system').map(rowOf),
    '',
    'Worst gaps',
    ...worst(analysis).map(
      (entry) =>
        `  ${entry.id.padEnd(9)}${entry.title.slice(0, 44).padEnd(46)}${missing(entry)} systems without; the file: declared no ${entry.reasons['declared-no'] ?? '-'}, not asked ${entry.reasons['not-asked'] ?? '-'}`,
    ),
    '',
    `Notes in the file (waivers and the like): ${analysis.notes.length}`,
    `No risk named, so no AI risk made: ${analysis.noRisk.rows} rows`,
    ...analysis.noRisk.texts.map(({ text, rows }) => `  ${String(rows).padStart(6)}  ${text.slice(0, 80)}`),
    '',
    `Problems in the file: ${analysis.problems.length}`,
    ...Object.entries(analysis.problemsByCause)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => `  ${String(count).padStart(6)}  ${code}`),
    ...analysis.problems
      .slice(0, PROBLEMS)
      .map(
        (problem) =>
          `  line ${problem.line}: ${problem.code}${problem.column ? ` in "${problem.column.slice(0, 50)}"` : ''}: ${problem.value.slice(0, 60)}`,
      ),
    ...(analysis.problems.length > PROBLEMS
      ? [`  and ${analysis.problems.length - PROBLEMS} more (--json lists them)`]
      : []),
    '',
    `${analysis.issues} issues created; ${(analysis.timings.wall / 1000).toFixed(1)} s here, ${(analysis.timings.cloud / 1000).toFixed(0)} s by the site's clock; ${analysis.points} points.`,
    'A figure says that current evidence is linked. It is neither legal compliance nor ethics, and nobody has judged it.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function rowOf(entry: RequirementReport): string {
  return `${`${entry.id} ${entry.title}`.slice(0, 45).padEnd(46)}${STATES.map((state) => String(entry.counts[state] ?? 0).padStart(13)).join('')}`;
}

const missing = (entry: RequirementReport): number => (entry.counts.gap ?? 0) + (entry.counts.undecided ?? 0);

function worst(analysis: GapAnalysis): RequirementReport[] {
  return analysis.requirements
    .filter((entry) => entry.scopeLevel === 'ai-system' && missing(entry) > 0)
    .sort((a, b) => missing(b) - missing(a))
    .slice(0, WORST);
}
