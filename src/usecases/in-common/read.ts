import type { Requirement } from '../../../controls';
import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { isSame } from '../../domain/approval/entry';
import { type InCommonRow, inCommonRow } from '../../domain/in-common/row';
import { inCommonSubject } from '../../domain/in-common/subject';
import { contributions, systemsOf } from '../../domain/item/contribution';
import { issueIdsOf, itemIdOf } from '../../domain/item/item-id';
import { issuesAsViewer, VIEWED_ISSUES } from '../../jira/viewed-issue';
import { projectsAsViewer } from '../../jira/viewed-project';
import type { Subject } from '../../store/approval';
import { type AroundItem, readAround } from '../../store/issue-context';
import { courseViewOf, readAsSeen } from '../approvals/course';
import { type Part, partInApprovals } from '../approvals/part';
import type { UseCase } from '../use-case';
import { issueView } from '../visible';

type View = Output<'inCommon.read'>;
type Needed = 'requirements' | 'configuration' | 'zone' | 'today';

/** What an issue meets in common, or could, requirement by requirement: a statement, and up to three for each of them. */
export const readInCommon: UseCase<'inCommon.read', Needed> = async ({ issueId }, context) => {
  const around = await readAround(itemIdOf(issueId));
  const part = await partInApprovals();
  const requirements: View['requirements'] = [];
  for (const requirement of couldMeet(around, context))
    requirements.push(await requirementView(requirement, around, part, context));
  const projects = requirements.length === 0 ? new Map() : await projectsAsViewer(context.configuration.projects);
  return { requirements, projects: [...projects].map(([projectId, { name }]) => ({ projectId, name })) };
};

/** Requirements of AI systems that an item names, or takes over by a link, while it has no AI system of its own. */
function couldMeet({ own, out, incoming }: AroundItem, { requirements }: Pick<Context, 'requirements'>): Requirement[] {
  if (own === null || own.lostOn !== null) return [];
  const index = new Map([...incoming, ...out, { fact: own }].map(({ fact }) => [fact.id, fact]));
  if (systemsOf(own, index).length > 0) return [];
  return [
    ...new Set(
      contributions(own, index)
        .filter(supports)
        .map(({ requirementId }) => requirementId),
    ),
  ]
    .flatMap((id) => requirements.get(id) ?? [])
    .filter(({ scopeLevel }) => scopeLevel === 'ai-system');
}

const supports = ({ role }: { role: string }): boolean => role === 'implements' || role === 'evidences';

async function requirementView(
  { id: requirementId, title }: Requirement,
  { own, inCommon }: AroundItem,
  part: Part,
  context: Pick<Context, 'zone' | 'today'>,
): Promise<View['requirements'][number]> {
  const subject = inCommonSubject({ item: own?.id ?? '', requirementId });
  const of: Subject = { kind: 'in-common', subject };
  const seen = await readAsSeen(of, part);
  const [approved, shown] = [inCommonRow(seen.approved), inCommonRow(seen.shown)];
  const standing = inCommon.get(requirementId);
  return {
    ...(await courseViewOf(seen.course, part, context)),
    requirementId,
    title,
    subject,
    systems: shown && (await systemsView(shown)),
    note: shown?.note ?? '',
    isChanged: !isSame(approved, shown),
    standing: standing ? { counts: standing.until >= context.today(), ...standing } : null,
  };
}

async function systemsView(row: InCommonRow): Promise<View['requirements'][number]['systems']> {
  switch (row.which) {
    case 'condition':
      return { which: row.which, condition: row.condition };
    case 'project':
      return { which: row.which, projectId: row.projectId };
    case 'every':
      return { which: row.which, reason: row.reason };
    case 'systems': {
      const seen = await issuesAsViewer(issueIdsOf(row.systems).slice(0, VIEWED_ISSUES));
      const issues = [...seen].map(([id, issue]) => issueView(id, issue));
      return { which: row.which, issues, hidden: row.systems.length - issues.length };
    }
  }
}
