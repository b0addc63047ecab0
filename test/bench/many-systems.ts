import { createProject, type Operator, operate, setUp } from '../../cli/operator';
import type { Site } from '../../local/site';

const BULK = 50;
const HOURS = 24 * 3_600_000;

/** Fills a fresh site with one project of `count` AI systems, read by the app in one pass. @returns the project's key */
export async function fillWithSystems(site: Site, count: number): Promise<string> {
  const operator = operate(site);
  const key = 'AIMS';
  const id = await createProject(operator, key, 'AI management');
  await setUp(site, operator, id);
  site.faults.loseEvents(1);
  for (let made = 0; made < count; made += BULK) {
    const issueUpdates = Array.from({ length: Math.min(BULK, count - made) }, (_, index) => ({
      fields: { project: { id }, issuetype: { name: 'AI system' }, summary: `AI system number ${made + index + 1}` },
    }));
    const { issues } = await operator.rest<{ issues: { id: string }[] }>('POST', '/rest/api/3/issue/bulk', {
      issueUpdates,
    });
    for (const [place, issue] of issues.entries()) if (place % 2 === 1) await advance(operator, issue.id, place);
    await site.settle();
  }
  site.faults.clear();
  await operator.call('aims-admin', 'setup.reconcile', { extent: 'full' });
  await site.settle({ within: HOURS });
  return key;
}

/** What takes a system out of the matrix. */
const LEAVES = /retire|reject|scope/i;

/** Rows that all look alike would scroll too well: every second system goes to another stage. */
async function advance({ rest }: Operator, issueId: string, place: number): Promise<void> {
  const path = `/rest/api/3/issue/${issueId}/transitions`;
  const answer = await rest<{ transitions: { id: string; name: string; to: { name: string } }[] }>('GET', path);
  const transitions = answer.transitions.filter(({ name, to }) => !LEAVES.test(`${name} ${to.name}`));
  const transition = transitions[place % transitions.length];
  if (transition) await rest('POST', path, { transition: { id: transition.id } });
}
