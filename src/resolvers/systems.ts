import type { Output } from '../contract/procedures';
import { STAGE_WORDS } from '../contract/words';
import { figure } from '../domain/coverage/tile';
import { itemIdOf } from '../domain/item/item-id';
import { isInScope } from '../domain/lifecycle/stage';
import type { Ingest } from '../ingest/collaborators';
import { issuesAsViewer, jqlWords, searchAsViewer, VIEWED_ISSUES } from '../jira/viewed-issue';
import { ofClasses } from '../store/matrix';
import { IN_SCOPE, UNASSESSED_IN_OPERATION } from '../store/overview';
import {
  HIGHEST_RISK,
  IMPLEMENTED_SHARE,
  type RegisterFilter,
  readSystemSums,
  type SystemSums,
} from '../store/register';
import { inList, placeAmong } from '../store/sql';
import type { Handler } from './define';
import { pageAsViewer, sortedBy } from './register-page';
import { issueView, type OwnedRow, ownerFields, visibleProjects } from './visible';

type Row = Output<'systems.list'>['rows'][number];
type Condition = RegisterFilter['where'][number];

/**
 * The register of AI systems: two statements, and one call as the viewer for titles and owners (for the whole
 * organisation one more for the projects they may browse, and one for a search by words).
 */
export const systemsList: Handler<'systems.list'> = async (input, ingest) => {
  const { projectId, page, limit } = input;
  const visible = await visibleProjects(projectId, ingest);
  const found = input.text === null ? null : await searchedIds(input.text, visible, ingest);
  const filter = {
    kind: 'ai-system',
    where: conditionsOf(input, found),
    ...sortedBy(COLUMNS, input.sort, 'i.item_id'),
    projectId,
    page,
    limit,
  } as const;
  const { rows, ...counts } = await pageAsViewer(filter, ingest, { ownerFields: ownerFields(ingest), visible });
  const sums = await readSystemSums(rows.map(({ fact }) => fact.id));
  return { rows: rows.flatMap((row) => rowView(row, sums.get(row.fact.id)) ?? []), ...counts };
};

const COLUMNS = {
  stage: placeAmong('i.standing', Object.keys(STAGE_WORDS)),
  risk: HIGHEST_RISK,
  coverage: IMPLEMENTED_SHARE,
};

function conditionsOf(
  { stages, classes, only }: Parameters<typeof systemsList>[0],
  found: string[] | null,
): Condition[] {
  const conditions: Condition[] = [];
  if (stages.length > 0) conditions.push({ sql: `i.standing IN (${inList(stages)})`, parameters: stages });
  if (classes.length > 0) conditions.push(ofClasses(classes));
  if (only === 'in-scope') conditions.push({ sql: `i.standing ${IN_SCOPE}`, parameters: [] });
  if (only === 'out-of-scope') conditions.push({ sql: "i.standing = 'out-of-scope'", parameters: [] });
  if (found !== null) conditions.push({ sql: `i.item_id IN (${inList(found)})`, parameters: found });
  if (only === 'in-operation-without-impact-assessment')
    conditions.push({
      sql: `EXISTS (SELECT 1 FROM cell c WHERE c.scope = i.item_id AND ${UNASSESSED_IN_OPERATION})`,
      parameters: [],
    });
  return conditions;
}

/** Systems whose title holds the words, as Jira finds them for the viewer. */
async function searchedIds(text: string, projects: readonly string[], { configuration }: Ingest): Promise<string[]> {
  const words = jqlWords(text);
  const type = configuration.issueTypes['ai-system'];
  if (words === null || type === undefined || projects.length === 0) return [];
  const jql = `project IN (${projects.map(Number).join(', ')}) AND issuetype = ${Number(type)} AND summary ~ ${words}`;
  return (await searchAsViewer(jql, VIEWED_ISSUES)).map(({ issueId }) => itemIdOf(issueId));
}

function rowView({ fact, issue, owner }: OwnedRow, sums: SystemSums | undefined): Row | null {
  if (!fact.system) return null;
  const counts = sums?.counts ?? {};
  const { status: _status, ...title } = issue;
  return {
    ...title,
    stage: fact.system.stage,
    inScope: isInScope(fact.system),
    aiActClass: fact.system.aiActClass,
    aiActRoles: fact.system.aiActRoles,
    owner,
    risks: sums?.risks ?? { count: 0, unrated: 0, highest: null },
    figure: figure(counts),
    counts,
    lastSignificantChange: fact.system.lastSignificantChange,
    nextReview: fact.system.nextReview,
  };
}

/** Titles of what is on screen: one call as the viewer. */
export const issuesTitles: Handler<'issues.titles'> = async ({ issueIds }) => {
  const visible = await issuesAsViewer(issueIds);
  return { issues: [...visible].map(([issueId, issue]) => issueView(issueId, issue)) };
};
