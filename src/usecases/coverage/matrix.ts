import type { Stage } from '../../../controls';
import { issueIdOf, itemIdOf } from '../../domain/item/item-id';
import { MAIN_FRAMEWORK } from '../../domain/requirement/requirement-id';
import { countMatrix, LETTER_OF, readMatrix } from '../../store/matrix';
import type { UseCase } from '../use-case';
import { visibleProjects } from '../visible';

/**
 * AI systems by `ai-system` requirements, compact: two statements for up to 5,000 systems, and for the whole organisation
 * one call for the projects that the viewer may browse. Rows carry no title: the screen asks for those of the rows in view.
 */
export const matrixRows: UseCase<'matrix.rows', 'catalogue' | 'configuration'> = async (
  { projectId, stages, fields, after, limit },
  context,
) => {
  const projects = await visibleProjects(projectId, context);
  const requirements = context.catalogue.requirements.filter(
    ({ framework, scopeLevel }) => framework === MAIN_FRAMEWORK && scopeLevel === 'ai-system',
  );
  const { byProject, asOf, updating } = await countMatrix({
    projects: projectId === null ? null : projects,
    stages,
    fields,
  });
  const seen = new Set(projects);
  const sum = (wanted: boolean) =>
    [...byProject].filter(([id]) => seen.has(id) === wanted).reduce((all, [, count]) => all + count, 0);
  const rows = await readMatrix({
    requirementIds: requirements.map(({ id }) => id),
    projects,
    stages,
    fields,
    after: after === null ? null : itemIdOf(after),
    limit,
  });
  const last = rows[rows.length - 1];
  return {
    requirements: requirements.map(({ id, title }) => ({ id, title })),
    rows: rows.map(({ scope, stage, states }) => ({ issueId: issueIdOf(scope) ?? '', stage: stage as Stage, states })),
    letters: Object.fromEntries([...LETTER_OF].map(([state, letter]) => [letter, state])),
    hidden: sum(false),
    total: sum(true),
    asOf,
    updating,
    next: rows.length === limit && last ? issueIdOf(last.scope) : null,
  };
};
