import type { Output } from '../../contract/procedures';
import { numberOf } from '../../contract/requirement-id';
import type { AdfNode } from '../../domain/document/adf';
import { dueWords, figureWords, groupWords, scopeWords, unknownWords } from '../../words/figures';
import { GRADE_WORDS, gradesShown, NONCONFORMITY_STAGE_WORDS } from '../../words/nonconformities';
import { counted, countWords } from '../../words/numbers';
import { APPLICABILITY_WORDS, approvedWords } from '../../words/statement';
import { STATES } from '../../words/states';
import { CONSEQUENCE, LIKELIHOOD, STAGE_WORDS } from '../../words/vocabulary';
import { heading, note, paragraph, table } from './adf';

const INSTANT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** As of when the figures above are, for paper is read long after. In UTC: an export has no reader whose zone it could take. */
export const asOfNote = (asOf: number | null): AdfNode =>
  note(
    asOf === null ? 'Nothing is counted yet.' : `Figures as of ${INSTANT.format(asOf)} UTC, the whole organisation.`,
  );

/** Figures as tables for PDF and Word: counts only, no title, key or person of an issue. */

export function coverageTables(figures: Output<'coverage.overview'>, groups: unknown): AdfNode[] {
  const wanted = groups === 'clauses' ? 'clause' : groups === 'controls' ? 'control' : null;
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
    table(
      ['Clause or group', 'Requirements', 'In all'],
      figures.groups
        .filter((group) => wanted === null || group.kind === wanted)
        .map((group) => [
          `${group.id} ${group.title}`,
          figures.tiles
            .filter((tile) => tile.group === group.id)
            .map((tile) => `${numberOf(tile.requirementId)} ${STATES[tile.state].word}${shareWords(tile.systems)}`)
            .join(', '),
          groupWords(group.counts),
        ]),
    ),
  ];
}

const shareWords = (systems: { implemented: number; due: number } | null): string =>
  systems && systems.due > 0 ? ` (${systems.implemented}/${systems.due})` : '';

/** Without the reasons of decisions: they are people's words, for holders of *View AIMS figures*. */
export function controlTables(status: Output<'controls.status'>): AdfNode[] {
  return [
    paragraph(approvedWords(status.approved)),
    ...status.groups.flatMap((group) => [
      heading(4, `${group.id} ${group.title}`),
      table(
        ['Control', 'Applicability', 'State'],
        status.controls
          .filter((control) => control.group === group.id)
          .map((control) => [
            `${numberOf(control.requirementId)} ${control.title}`,
            control.applicability === null ? '–' : APPLICABILITY_WORDS[control.applicability.applicability],
            stateWords(control),
          ]),
      ),
    ]),
    paragraph('The reasons of the Statement of Applicability are not exported: the page in Confluence shows them.'),
  ];
}

function stateWords({ state, systems }: Output<'controls.status'>['controls'][number]): string {
  if (systems === null || systems.due === 0) return STATES[state].word;
  return `${STATES[state].word}: ${dueWords(systems.counts)} (of ${counted(systems.due, 'AI system', 'AI systems')})`;
}

export function registerTables(
  { systems, systemCells, unknown }: Output<'coverage.overview'>,
  stage: unknown,
): AdfNode[] {
  const stages = Object.entries(STAGE_WORDS).filter(([key]) => stage === undefined || stage === 'all' || stage === key);
  return [
    paragraph(`${scopeWords(systems)}. ${figureWords(systemCells, unknownWords(unknown, 'systemCells'))}.`),
    table(
      ['Stage', 'AI systems'],
      stages.map(([key, word]) => [word, countWords(systems.byStage[key] ?? 0)]),
    ),
    paragraph('Titles are shown on the page in Confluence, to each reader those that they may see.'),
  ];
}

type HeatMap = Output<'risks.overview'>['inherent'];

export function riskTables(risks: Output<'risks.overview'>): AdfNode[] {
  return [
    paragraph(
      `${counted(risks.total, 'AI risk', 'AI risks')}, ${risks.aboveThreshold} above the threshold of ${risks.threshold} without a current acceptance, ${risks.inherent.unrated} not rated`,
    ),
    table(
      ['Acceptance of what remains', 'AI risks'],
      [
        ['Accepted', countWords(risks.accepted)],
        ['of these, runs out in the next 90 days', countWords(risks.acceptanceExpiring)],
        ['Expired', countWords(risks.acceptanceExpired)],
        ['Not accepted', countWords(risks.total - risks.accepted - risks.acceptanceExpired)],
      ],
    ),
    heading(4, 'Inherent'),
    heatTable(risks.inherent),
    heading(4, 'Residual'),
    heatTable(risks.residual),
  ];
}

const FIVE = [1, 2, 3, 4, 5] as const;

function heatTable(map: HeatMap): AdfNode {
  return table(
    ['Likelihood ↓ Consequence →', ...CONSEQUENCE.map((word, place) => `${place + 1} ${word}`)],
    [...FIVE]
      .reverse()
      .map((likelihood) => [
        `${likelihood} ${LIKELIHOOD[likelihood - 1]}`,
        ...FIVE.map((consequence) => String(map.squares[likelihood - 1]?.[consequence - 1] ?? 0)),
      ]),
  );
}

export function nonconformityTables(overview: Output<'nonconformities.overview'>): AdfNode[] {
  const grades = gradesShown(overview.byGradeAndStage);
  const stages = Object.entries(NONCONFORMITY_STAGE_WORDS).filter(([stage]) => stage !== 'closed');
  const count = (grade: string, stage: string) =>
    overview.byGradeAndStage.find((entry) => entry.grade === grade && entry.stage === stage)?.count ?? 0;
  return [
    paragraph(`${overview.open} open, ${overview.closed} closed, ${overview.overdue} overdue`),
    table(
      ['Step of clause 10.2', ...grades.map((grade) => GRADE_WORDS[grade])],
      stages.map(([stage, word]) => [word, ...grades.map((grade) => String(count(grade, stage)))]),
    ),
    paragraph('More nonconformities found may mean better audits.'),
  ];
}
