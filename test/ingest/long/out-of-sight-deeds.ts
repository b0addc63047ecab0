import { moveTo, restrict } from '../../support/out-of-sight';
import type { Deed } from './history';
import { type Doing, pick } from './issue-deeds';
import type { Issue, World } from './world';

/** Fewer would leave nothing to look at. */
const FEWEST_ISSUES = 8;
const TIMES_MS = [1_000, 60_000, 600_000];

function leave({ issues }: World, place: number): Issue | undefined {
  const issue = issues.length > FEWEST_ISSUES ? pick(issues, place) : undefined;
  if (issue) issues.splice(issues.indexOf(issue), 1);
  return issue;
}

/** Takes one out of those that are out of sight. */
function comeBack(list: Issue[], place: number): Issue | undefined {
  const issue = pick(list, place);
  if (issue) list.splice(list.indexOf(issue), 1);
  return issue;
}

/** Issues that leave what the app counts, and come back. */
export const OUT_OF_SIGHT_DEEDS = {
  async 'move away'(world, { a }) {
    const issue = leave(world, a);
    if (!issue) return false;
    world.away.push(issue);
    return moveTo(world.site, issue.id, world.elsewhere.projectKey);
  },
  /** It comes back as a task, whatever it was. */
  async 'move back'(world, { a }) {
    const issue = comeBack(world.away, a);
    if (!issue) return false;
    world.issues.push({ ...issue, type: 'Task' });
    return moveTo(world.site, issue.id, world.projectKey);
  },
  async hide(world, { a }) {
    const issue = leave(world, a);
    if (!issue) return false;
    world.hidden.push(issue);
    return restrict(world.site, issue.id, world.elsewhere.levelId);
  },
  async show(world, { a }) {
    const issue = comeBack(world.hidden, a);
    if (!issue) return false;
    world.issues.push(issue);
    return restrict(world.site, issue.id, null);
  },
  /** The project is archived for a while. */
  async 'archive project'(world, { a }) {
    const { projectId, site } = world.site;
    if ((await world.ask('POST', `/project/${projectId}/archive`)) === null) return false;
    await site.clock.advance(pick(TIMES_MS, a) ?? 0);
    return (await world.ask('POST', `/project/${projectId}/restore`)) !== null;
  },
} satisfies Partial<Record<Deed, Doing>>;
