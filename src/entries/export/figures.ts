import type { Output } from '../../contract/procedures';
import { numberOf } from '../../contract/requirement-id';
import type { AdfNode } from '../../domain/document/adf';
import { OUT_OF_SCOPE_STANDINGS } from '../../domain/item/standing';
import { LEFT_OUT, leftOutWords, NAMES_LEFT_OUT_WHY, reasonsLeftOutWhy } from '../../words/export';
import { dueWords, figureWords, groupWords, scopeWords, unknownWords } from '../../words/figures';
import { AGE_WORDS, type Age, GRADE_WORDS, gradesShown, NONCONFORMITY_STAGE_WORDS } from '../../words/nonconformities';
import { counted, countWords } from '../../words/numbers';
import { reasonWords } from '../../words/reasons';
import { APPLICABILITY_WORDS, approvedWords } from '../../words/statement';
import { STATES } from '../../words/states';
import { CONSEQUENCE, LIKELIHOOD, STAGE_WORDS } from '../../words/vocabulary';
import { heading, paragraph } from './adf';
import type { Shown } from './readers';
import { type Column, tablesOf } from './table';

type Group = Output<'coverage.overview'>['groups'][number];
type Control = Output<'controls.status'>['controls'][number];

/** Figures as tables for PDF and Word: counts only, no title, key or person of an issue. */

export function coverageTables(figures: Output<'coverage.overview'>, groups: unknown): AdfNode[] {
  const wanted = groups === 'clauses' ? 'clause' : groups === 'controls' ? 'control' : null;
  const tilesOf = (id: string): string =>
    figures.tiles
      .filter(({ group }) => group === id)
      .map(
        ({ requirementId, state, systems }) => `${numberOf(requirementId)} ${STATES[state].word}${shareWords(systems)}`,
      )
      .join(', ');
  return [
    ...(figures.organisation === null
      ? []
      : [
          paragraph(
            `Organisation requirements: ${figureWords(figures.organisation, unknownWords(figures.unknown, 'organisation'))}`,
          ),
        ]),
    paragraph(
      `Requirements of AI systems, ${scopeWords(figures.systems)}: ${figureWords(figures.systemCells, unknownWords(figures.unknown, 'systemCells'))}`,
    ),
    ...tablesOf<Group>(
      [
        { title: 'No.', type: 'id', cell: ({ id }) => id },
        { title: 'Clause or group', type: 'name', cell: ({ title }) => title },
        { title: 'Requirements', type: 'text', cell: ({ id }) => tilesOf(id) },
        { title: 'In all', type: 'name', cell: ({ counts }) => groupWords(counts) },
      ],
      figures.groups.filter((group) => wanted === null || group.kind === wanted),
    ),
  ];
}

const shareWords = (systems: { implemented: number; due: number } | null): string =>
  systems && systems.due > 0 ? ` (${systems.implemented}/${systems.due})` : '';

/** With the reasons of decisions where the readers of the page may see them: they are people's words. */
export function controlTables(status: Output<'controls.status'>, { openTo, organisation }: Shown): AdfNode[] {
  const withReasons = organisation !== 'counts';
  return [
    ...(withReasons ? [] : [paragraph(leftOutWords(LEFT_OUT.reasons, reasonsLeftOutWhy(openTo)))]),
    paragraph(approvedWords(status.approved)),
    ...status.groups.flatMap((group) => [
      heading(4, `${group.id} ${group.title}`),
      ...tablesOf(
        withReasons ? [...CONTROL_COLUMNS, REASON] : CONTROL_COLUMNS,
        status.controls.filter((control) => control.group === group.id),
      ),
    ]),
  ];
}

const CONTROL_COLUMNS: readonly Column<Control>[] = [
  { title: 'No.', type: 'id', cell: ({ requirementId }) => numberOf(requirementId) },
  { title: 'Control', type: 'text', cell: ({ title }) => title },
  { title: 'Applicability', type: 'state', cell: applicabilityWords },
  { title: 'State', type: 'state', cell: ({ state }) => STATES[state].word },
  { title: 'Why', type: 'text', cell: whyWords },
];
const REASON: Column<Control> = {
  title: 'Reason for its applicability',
  type: 'text',
  cell: ({ applicability }) => applicability?.reason ?? '–',
};

function applicabilityWords({ applicability }: Control): string {
  return applicability === null ? '–' : APPLICABILITY_WORDS[applicability.applicability];
}

function whyWords({ systems, reasons: [first] }: Control): string {
  if (systems && systems.due > 0)
    return `${dueWords(systems.counts)} (of ${counted(systems.due, 'AI system', 'AI systems')})`;
  return first ? reasonWords(first) : '–';
}

export function registerTables(
  { systems, systemCells, unknown }: Output<'coverage.overview'>,
  stage: unknown,
): AdfNode[] {
  const stages = Object.entries(STAGE_WORDS).filter(([key]) => stage === undefined || stage === 'all' || stage === key);
  const left = stages.reduce(
    (all, [key]) => all + (OUT_OF_SCOPE_STANDINGS.includes(key) ? 0 : (systems.byStage[key] ?? 0)),
    0,
  );
  return [
    ...(left > 0 ? [paragraph(leftOutWords(LEFT_OUT.systems, NAMES_LEFT_OUT_WHY, { left, of: left }))] : []),
    paragraph(`${scopeWords(systems)}. ${figureWords(systemCells, unknownWords(unknown, 'systemCells'))}.`),
    ...tablesOf(
      [
        { title: 'Stage', type: 'name', cell: ([, word]) => word },
        { title: 'AI systems', type: 'number', cell: ([key]) => countWords(systems.byStage[key] ?? 0) },
      ],
      stages,
    ),
  ];
}

type HeatMap = Output<'risks.overview'>['inherent'];

export function riskTables(risks: Output<'risks.overview'>): AdfNode[] {
  const above = risks.aboveThreshold;
  return [
    ...(above > 0 ? [paragraph(leftOutWords(LEFT_OUT.risks, NAMES_LEFT_OUT_WHY, { left: above, of: above }))] : []),
    paragraph(
      `${counted(risks.total, 'AI risk', 'AI risks')}, ${risks.aboveThreshold} above the threshold of ${risks.threshold} without a current acceptance, ${risks.inherent.unrated} not rated`,
    ),
    ...tablesOf<readonly [words: string, count: number]>(
      [
        { title: 'Acceptance of what remains', type: 'name', cell: ([words]) => words },
        { title: 'AI risks', type: 'number', cell: ([, count]) => countWords(count) },
      ],
      [
        ['Accepted', risks.accepted],
        ['of these, runs out in the next 90 days', risks.acceptanceExpiring],
        ['Expired', risks.acceptanceExpired],
        ['Not accepted', risks.total - risks.accepted - risks.acceptanceExpired],
      ],
    ),
    paragraph(`Consequence: ${CONSEQUENCE.map((word, place) => `${place + 1} ${word}`).join(', ')}.`),
    heading(4, 'Inherent'),
    ...heatTables(risks.inherent),
    heading(4, 'Residual'),
    ...heatTables(risks.residual),
  ];
}

const FIVE = [1, 2, 3, 4, 5] as const;

/** Consequences by number, for their words are wider than counts are; the words stand above. */
function heatTables(map: HeatMap): AdfNode[] {
  return tablesOf<number>(
    [
      {
        title: 'Likelihood ↓ Consequence →',
        type: 'name',
        cell: (likelihood) => `${likelihood} ${LIKELIHOOD[likelihood - 1]}`,
      },
      ...FIVE.map(
        (consequence): Column<number> => ({
          title: String(consequence),
          type: 'number',
          cell: (likelihood) => String(map.squares[likelihood - 1]?.[consequence - 1] ?? 0),
        }),
      ),
    ],
    [...FIVE].reverse(),
  );
}

export function nonconformityTables(overview: Output<'nonconformities.overview'>): AdfNode[] {
  const grades = gradesShown(overview.byGradeAndStage);
  const stages = Object.entries(NONCONFORMITY_STAGE_WORDS).filter(([stage]) => stage !== 'closed');
  const ages = (Object.entries(AGE_WORDS) as [Age, string][]).filter(
    ([age]) => age !== 'unknown' || (overview.byAge.unknown ?? 0) > 0,
  );
  const count = (grade: string, stage: string) =>
    overview.byGradeAndStage.find((entry) => entry.grade === grade && entry.stage === stage)?.count ?? 0;
  return [
    paragraph(
      `${overview.open} open, ${overview.closed} closed, ${overview.overdue} overdue, ${counted(overview.effectivenessDue, 'effectiveness review', 'effectiveness reviews')} due in 30 days`,
    ),
    ...tablesOf<readonly [stage: string, word: string]>(
      [
        { title: 'Step of clause 10.2', type: 'name', cell: ([, word]) => word },
        // As wide as a state, for the names of grades are longer than the counts below them.
        ...grades.map(
          (grade): Column<readonly [stage: string, word: string]> => ({
            title: GRADE_WORDS[grade],
            type: 'state',
            cell: ([stage]) => String(count(grade, stage)),
          }),
        ),
      ],
      stages,
    ),
    ...tablesOf(
      [
        { title: 'Since detection', type: 'name', cell: ([, word]) => word },
        { title: 'Open', type: 'number', cell: ([age]) => countWords(overview.byAge[age] ?? 0) },
      ],
      ages,
    ),
  ];
}
