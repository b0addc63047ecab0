import type { Context } from '../../context';
import type { Input } from '../../contract/procedures';
import { type Content, DECIDED_FOR, isSame, type RowBody } from '../../domain/approval/entry';
import { type InCommonRow, inCommonRow } from '../../domain/in-common/row';
import { inCommonSubject } from '../../domain/in-common/subject';
import { issueIdsOf, itemIdOf } from '../../domain/item/item-id';
import { AppError } from '../../errors';
import { browsableProjects } from '../../jira/permission';
import { issuesAsViewer } from '../../jira/viewed-issue';
import { readFacts } from '../../store/item';
import { saveDraft } from '../approvals/save-draft';
import { mustSee } from '../approvals/sees';
import { requirementOf } from '../coverage/seen';
import type { UseCase } from '../use-case';

type Systems = Input<'inCommon.edit'>['systems'];

/**
 * Saves as a draft for which AI systems an item meets a requirement in common. What somebody else wrote meanwhile is not
 * overwritten, and AI systems that the writer may not see stay named.
 * @throws AppError not-allowed, requirement-unknown, ai-system-unknown, project-not-visible, content-changed, draft-locked
 */
export const editInCommon: UseCase<'inCommon.edit', 'requirements' | 'configuration' | 'catalogue' | 'now'> = async (
  { issueId, requirementId, revision, systems, note },
  context,
  { accountId },
) => {
  const item = itemIdOf(issueId);
  const of = { kind: 'in-common', subject: inCommonSubject({ item, requirementId }) } as const;
  await mustSee(of);
  if (requirementOf(requirementId, context).scopeLevel !== 'ai-system') throw new AppError('requirement-unknown');
  const rowsOver = async (standing: Content) => {
    const row: InCommonRow = { ...(await systemsToWrite(systems, inCommonRow(standing), context)), note };
    const body: RowBody = { ...row };
    const isAsBefore = isSame(standing.get(DECIDED_FOR), body);
    return isAsBefore ? [] : [{ key: DECIDED_FOR, part: requirementId, itemId: item, body }];
  };
  return { revision: await saveDraft(of, { revision, accountId }, rowsOver, context) };
};

async function systemsToWrite(
  systems: Systems,
  before: InCommonRow | null,
  { configuration }: Pick<Context, 'configuration'>,
) {
  switch (systems.which) {
    case 'project': {
      const { projectId } = systems;
      const isChoice = configuration.projects.includes(projectId) && (await browsableProjects()).has(projectId);
      if (!isChoice && !(before?.which === 'project' && before.projectId === projectId))
        throw new AppError('project-not-visible');
      return systems;
    }
    case 'systems': {
      const named = [...new Set(systems.issueIds.map(itemIdOf))];
      const known = (await readFacts(named)).filter(({ kind, lostOn }) => kind === 'ai-system' && lostOn === null);
      const seen = await issuesAsViewer(systems.issueIds);
      if (known.length < named.length || seen.size < named.length) throw new AppError('ai-system-unknown');
      return { which: systems.which, systems: [...new Set([...named, ...(await unseenOf(before))])].sort() };
    }
    default:
      return systems;
  }
}

/** AI systems that are named already and that the caller may not see. */
async function unseenOf(before: InCommonRow | null): Promise<string[]> {
  if (before?.which !== 'systems') return [];
  const seen = await issuesAsViewer(issueIdsOf(before.systems));
  return before.systems.filter((id) => !issueIdsOf([id]).some((issueId) => seen.has(issueId)));
}
