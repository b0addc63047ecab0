import type { Output } from '../contract/procedures';
import {
  APPLICABILITY_WORDS,
  counted,
  countWords,
  dayWords,
  figureWords,
  GRADE_WORDS,
  groupWords,
  NONCONFORMITY_STAGE_WORDS,
  STAGE_WORDS,
  STATES,
} from '../contract/words';
import type { AdfNode } from '../domain/policy/policy-text';
import { heading, paragraph, table } from './adf';

/** Figures as tables for PDF and Word: counts only, no title, key or person of an issue. */

export function coverageTables(figures: Output<'coverage.overview'>, groups: unknown): AdfNode[] {
  const wanted = groups === 'clauses' ? 'clause' : groups === 'controls' ? 'control' : null;
  return [
    paragraph(`Organisation requirements: ${figureWords(figures.organisation)}`),
    paragraph(
      `System cells, ${counted(figures.systems.inScope, 'AI system', 'AI systems')} in scope: ${figureWords(figures.systemCells)}`,
    ),
    table(
      ['Clause or group', 'Requirements', 'In all'],
      figures.groups
        .filter((group) => wanted === null || group.kind === wanted)
        .map((group) => [
          `${group.id} ${group.title}`,
          figures.tiles
            .filter((tile) => tile.group === group.id)
            .map((tile) => `${tile.requirementId} ${STATES[tile.state].word}${shareWords(tile.systems)}`)
            .join(', '),
          groupWords(group.counts),
        ]),
    ),
  ];
}

const shareWords = (systems: { implemented: number; due: number } | null): string =>
  systems && systems.due > 0 ? ` (${systems.implemented}/${systems.due})` : '';

export function systemTables({ figure, cells }: Output<'coverage.system'>, only: (id: string) => boolean): AdfNode[] {
  return [
    paragraph(figureWords(figure)),
    table(
      ['Requirement', 'State'],
      cells
        .filter((cell) => only(cell.requirementId))
        .map((cell) => [`${cell.requirementId} ${cell.title}`, STATES[cell.state].word]),
    ),
  ];
}

export function controlTables(status: Output<'controls.status'>): AdfNode[] {
  const { approved } = status;
  return [
    paragraph(
      approved === null
        ? 'No Statement of Applicability is approved yet.'
        : `Statement of Applicability, version ${approved.version}, approved ${dayWords(approved.approvedOn)}`,
    ),
    ...status.groups.flatMap((group) => [
      heading(4, `${group.id} ${group.title}`),
      table(
        ['Control', 'Applicability', 'State'],
        status.controls
          .filter((control) => control.group === group.id)
          .map((control) => [
            `${control.requirementId} ${control.title}`,
            APPLICABILITY_WORDS[control.applicability],
            `${STATES[control.state].word}${shareWords(control.systems)}`,
          ]),
      ),
    ]),
  ];
}

export function registerTables({ systems, systemCells }: Output<'coverage.overview'>, stage: unknown): AdfNode[] {
  const stages = Object.entries(STAGE_WORDS).filter(([key]) => stage === undefined || stage === 'all' || stage === key);
  return [
    paragraph(`${counted(systems.inScope, 'AI system', 'AI systems')} in scope. ${figureWords(systemCells)}.`),
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
    heading(4, 'Inherent'),
    heatTable(risks.inherent),
    heading(4, 'Residual'),
    heatTable(risks.residual),
  ];
}

const FIVE = [1, 2, 3, 4, 5] as const;

function heatTable(map: HeatMap): AdfNode {
  return table(
    ['Likelihood', ...FIVE.map((consequence) => `Consequence ${consequence}`)],
    [...FIVE]
      .reverse()
      .map((likelihood) => [
        String(likelihood),
        ...FIVE.map((consequence) => String(map.squares[likelihood - 1]?.[consequence - 1] ?? 0)),
      ]),
  );
}

export function nonconformityTables(overview: Output<'nonconformities.overview'>): AdfNode[] {
  const grades = ['major', 'minor', 'observation'] as const;
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
