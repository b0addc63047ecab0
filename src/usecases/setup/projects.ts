import { figure } from '../../domain/coverage/tile';
import { nonconformityTotals } from '../../domain/nonconformity/totals';
import { riskTotals } from '../../domain/risk/heat-map';
import { projectsAsViewer } from '../../jira/viewed-project';
import { readProjectSums } from '../../store/projects';
import { inScopeOf } from '../coverage/view';
import { unknownOf } from '../unknown';
import type { UseCase } from '../use-case';

/** Enrolled projects with their figures: one statement, and one call as the viewer for names. */
export const projectsList: UseCase<'projects.list', 'configuration' | 'today'> = async ({ projectId }, context) => {
  const { configuration } = context;
  const wanted = projectId === null ? configuration.projects : configuration.projects.filter((id) => id === projectId);
  const visible = await projectsAsViewer(wanted);
  const sums = await readProjectSums([...visible.keys()]);
  const unknown = await unknownOf('project_id', [...visible.keys()], context);
  const today = context.today();
  return {
    projects: [...visible]
      .map(([id, { key, name }]) => {
        const sum = sums.get(id);
        const findings = nonconformityTotals(sum?.nonconformities ?? [], today);
        return {
          projectId: id,
          key,
          name,
          systemsInScope: inScopeOf(sum?.systemsByStage ?? {}),
          systemsOutOfScope: sum?.systemsByStage['out-of-scope'] ?? 0,
          systemCells: figure(sum?.cells ?? {}, { unknown: unknown.get(id), byTriage: sum?.byTriage }),
          risksAboveThreshold: riskTotals(sum?.risks ?? [], configuration.settings, today).aboveThreshold,
          nonconformitiesOpen: findings.open,
          nonconformitiesOverdue: findings.overdue,
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    hidden: wanted.length - visible.size,
    ownTypes: configuration.issueTypes,
  };
};
