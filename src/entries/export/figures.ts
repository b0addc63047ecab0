import type { Output } from '../../contract/procedures';
import { numberOf } from '../../contract/requirement-id';
import type { AdfNode } from '../../domain/document/adf';
import { OUT_OF_SCOPE_STANDINGS } from '../../domain/item/standing';
import { LEFT_OUT, leftOutWords, NAMES_LEFT_OUT_WHY, reasonsLeftOutWhy } from '../../words/export';
import {
  acceptanceRows,
  COLUMN_TITLES,
  consequencesLine,
  HEAT_MAP_TITLES,
  likelihoodWords,
  NOTHING,
  nonconformityTotalWords,
  organisationFigureWords,
  registerFigureWords,
  riskTotalWords,
  shareWords,
  systemsFigureWords,
} from '../../words/exported-tables';
import { figureWords, groupWords, scopeWords, systemsDueWords, unknownWords } from '../../words/figures';
import { AGE_WORDS, type Age, GRADE_WORDS, gradesShown, NONCONFORMITY_STAGE_WORDS } from '../../words/nonconformities';
import { countWords } from '../../words/numbers';
import { reasonWords } from '../../words/reasons';
import { APPLICABILITY_WORDS, approvedWords } from '../../words/statement';
import { otherwiseAtStartWords, TO_NONE_TODAY } from '../../words/statement-systems';
import { STATES } from '../../words/states';
import { STAGE_WORDS } from '../../words/vocabulary';
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
            organisationFigureWords(figureWords(figures.organisation, unknownWords(figures.unknown, 'organisation'))),
          ),
        ]),
    paragraph(
      systemsFigureWords(
        scopeWords(figures.systems),
        figureWords(figures.systemCells, unknownWords(figures.unknown, 'systemCells')),
      ),
    ),
    ...tablesOf<Group>(
      [
        { title: COLUMN_TITLES.number, type: 'id', cell: ({ id }) => id },
        { title: COLUMN_TITLES.group, type: 'name', cell: ({ title }) => title },
        { title: COLUMN_TITLES.requirements, type: 'text', cell: ({ id }) => tilesOf(id) },
        { title: COLUMN_TITLES.inAll, type: 'name', cell: ({ counts }) => groupWords(counts) },
      ],
      figures.groups.filter((group) => wanted === null || group.kind === wanted),
    ),
  ];
}

/** With the reasons of decisions where the readers of the page may see them: they are people's words. */
export function controlTables(status: Output<'controls.status'>, { openTo, organisation }: Shown): AdfNode[] {
  const withReasons = organisation !== 'counts';
  return [
    ...(withReasons ? [] : [paragraph(leftOutWords(LEFT_OUT.reasons, reasonsLeftOutWhy(openTo)))]),
    ...deviationsLeftOut(status),
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

/** Which AI systems deviate, and why, is in no export: how many do stands beside each control. */
function deviationsLeftOut({ controls }: Output<'controls.status'>): AdfNode[] {
  const left = controls.reduce((sum, { deviations }) => sum + (deviations?.count ?? 0), 0);
  return left === 0 ? [] : [paragraph(leftOutWords(LEFT_OUT.deviations, NAMES_LEFT_OUT_WHY, { left, of: left }))];
}

const CONTROL_COLUMNS: readonly Column<Control>[] = [
  { title: COLUMN_TITLES.number, type: 'id', cell: ({ requirementId }) => numberOf(requirementId) },
  { title: COLUMN_TITLES.control, type: 'text', cell: ({ title }) => title },
  { title: COLUMN_TITLES.applicability, type: 'state', cell: applicabilityWords },
  { title: COLUMN_TITLES.state, type: 'state', cell: ({ state }) => STATES[state].word },
  { title: COLUMN_TITLES.why, type: 'text', cell: whyWords },
];
const REASON: Column<Control> = {
  title: COLUMN_TITLES.reason,
  type: 'text',
  cell: ({ applicability }) => applicability?.reason ?? NOTHING,
};

function applicabilityWords({ applicability, appliesToNone, deviations }: Control): string {
  if (applicability === null) return NOTHING;
  const count = deviations?.count ?? 0;
  return [
    APPLICABILITY_WORDS[applicability.applicability],
    ...(appliesToNone ? [TO_NONE_TODAY] : []),
    ...(count > 0 ? [otherwiseAtStartWords(count)] : []),
  ].join('. ');
}

function whyWords({ systems, reasons: [first] }: Control): string {
  if (systems && systems.due > 0) return systemsDueWords(systems);
  return first ? reasonWords(first) : NOTHING;
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
    paragraph(registerFigureWords(scopeWords(systems), figureWords(systemCells, unknownWords(unknown, 'systemCells')))),
    ...tablesOf(
      [
        { title: COLUMN_TITLES.stage, type: 'name', cell: ([, word]) => word },
        { title: COLUMN_TITLES.systems, type: 'number', cell: ([key]) => countWords(systems.byStage[key] ?? 0) },
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
    paragraph(riskTotalWords(risks)),
    ...tablesOf<readonly [words: string, count: number]>(
      [
        { title: COLUMN_TITLES.acceptance, type: 'name', cell: ([words]) => words },
        { title: COLUMN_TITLES.risks, type: 'number', cell: ([, count]) => countWords(count) },
      ],
      acceptanceRows(risks),
    ),
    paragraph(consequencesLine(risks.scale.consequence)),
    heading(4, HEAT_MAP_TITLES.inherent),
    ...heatTables(risks.inherent, risks.scale.likelihood),
    heading(4, HEAT_MAP_TITLES.residual),
    ...heatTables(risks.residual, risks.scale.likelihood),
  ];
}

const FIVE = [1, 2, 3, 4, 5] as const;

/** Consequences by number, for their words are wider than counts are; the words stand above. */
function heatTables(map: HeatMap, likelihoods: readonly string[]): AdfNode[] {
  return tablesOf<number>(
    [
      {
        title: COLUMN_TITLES.likelihood,
        type: 'name',
        cell: (likelihood) => likelihoodWords(likelihood, likelihoods),
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
    paragraph(nonconformityTotalWords(overview)),
    ...tablesOf<readonly [stage: string, word: string]>(
      [
        { title: COLUMN_TITLES.clauseStage, type: 'name', cell: ([, word]) => word },
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
        { title: COLUMN_TITLES.age, type: 'name', cell: ([, word]) => word },
        { title: COLUMN_TITLES.open, type: 'number', cell: ([age]) => countWords(overview.byAge[age] ?? 0) },
      ],
      ages,
    ),
  ];
}
