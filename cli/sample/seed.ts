import type { Site } from '../../local/site';
import { operate, setUp } from '../operator';
import { IssueWriter } from './create-issues';
import { createPages } from './create-pages';
import { createPeople } from './create-people';
import { createProjects, type ProjectIds } from './create-projects';
import { decide } from './decide';
import { GOVERNANCE_WORK } from './governance-work';
import { aSecondLater, aWeekLater, WEEK_MS } from './later';
import { RISKS_AND_FINDINGS } from './risks-and-findings';
import { SYSTEM_WORK } from './system-work';
import { SYSTEMS } from './systems';

/** What a caller needs of the sample organisation: ids by short name. */
export interface Seeded {
  readonly projects: ProjectIds;
  readonly accounts: ReadonlyMap<string, string>;
  readonly issues: ReadonlyMap<string, string>;
}

/** Everything that the sample organisation's people wrote into Jira, in an order in which links find their targets. */
export const SAMPLE_ISSUES = [...SYSTEMS, ...GOVERNANCE_WORK, ...SYSTEM_WORK, ...RISKS_AND_FINDINGS];

/** How long the organisation has been at it: issues came by and by, so there is a history to look back on. */
const WEEKS = 8;
/** By how much the sample moves the site's clock, in ms, its own work not counted. */
export const SAMPLE_SPAN_MS = WEEKS * WEEK_MS;

/**
 * Fills a fresh site with an insurer that runs its AIMS in two projects which it had before. All goes through REST and
 * procedures, as people do it, over the weeks before the day that the site's virtual clock shows at the end; dates are
 * relative to that day.
 * @param report is told of each part as it begins
 * @throws Error when the site is not fresh or refuses something
 */
export async function seedOrganisation(site: Site, report: (line: string) => void = () => {}): Promise<Seeded> {
  const operator = operate(site);
  report('people and projects');
  const accounts = await createPeople(operator);
  const projects = await createProjects(operator, accounts);
  for (const key of ['UW', 'CLAIM'] as const) {
    report(`setting up ${key}`);
    await setUp(site, operator, projects[key]);
  }
  report(`${SAMPLE_ISSUES.length} issues`);
  const issues = new IssueWriter(operator, accounts, projects, site.clock.now() + SAMPLE_SPAN_MS);
  const aWeek = Math.ceil(SAMPLE_ISSUES.length / WEEKS);
  for (let begin = 0; begin < SAMPLE_ISSUES.length; begin += aWeek) {
    for (const issue of SAMPLE_ISSUES.slice(begin, begin + aWeek)) {
      await issues.create(issue);
      await aSecondLater(site);
    }
    await aWeekLater(site);
  }
  report('pages');
  const pages = site.confluence ? await createPages(site, operator, accounts) : { policy: null };
  report('decisions and conclusions');
  await aSecondLater(site);
  await decide(site, operator, accounts, issues, pages, projects.UW);
  await site.settle({ within: 3_600_000 });
  await untilScheduleRan(site);
  return { projects, accounts, issues: issues.ids };
}

/** What two events of the same instant left to do is done by the app's five-minute schedule. */
async function untilScheduleRan(site: Site): Promise<void> {
  if (site.clock.kind === 'virtual') await site.clock.advance(5 * 60_000);
  await site.settle();
}
