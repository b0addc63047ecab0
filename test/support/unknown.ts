import type { Output } from '../../src/contract/procedures';
import type { Enrolled } from './enrolled';

/** What the one AI system and its project say of it, wherever their figures stand. */
export async function unknownOfEach(site: Enrolled, system: string): Promise<(number | undefined)[]> {
  const { projectId } = site;
  const issueId = system.replace('jira:', '');
  const { rows } = await site.call<Output<'systems.list'>>('systems.list', {
    ...{ projectId, text: null, stages: [], fields: {}, only: 'all', sort: null, page: 0, limit: 25 },
  });
  const { projects } = await site.call<Output<'projects.list'>>('projects.list', { projectId: null });
  const { figure: detailed } = await site.call<Output<'system.detail'>>('system.detail', { issueId });
  const { figure: beside } = await site.call<Output<'issue.context'>>('issue.context', { issueId });
  return [rows[0]?.figure, projects[0]?.systemCells, detailed, beside ?? undefined].map((figure) => figure?.unknown);
}
