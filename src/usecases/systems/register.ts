import type { Context } from '../../context';
import type { Output } from '../../contract/procedures';
import { figureOfSystem } from '../../domain/coverage/tile';
import type { Criteria } from '../../domain/criteria/criteria';
import { itemIdOf } from '../../domain/item/item-id';
import { isInScope } from '../../domain/lifecycle/stage';
import { registerWords } from '../../domain/vocabulary/register-field';
import { ownerFields } from '../../ingest/fields';
import { issuesAsViewer, jqlWords, searchAsViewer, VIEWED_ISSUES } from '../../jira/viewed-issue';
import type { RegisterView } from '../../store/registers/register';
import { readSystemSums, readSystems, type SystemSums } from '../../store/registers/systems';
import { pageAsViewer } from '../register-page';
import { levelView } from '../risks/rating';
import { unknownOf } from '../unknown';
import type { UseCase } from '../use-case';
import { issueView, type OwnedRow, visibleProjects } from '../visible';

type Row = Output<'systems.list'>['rows'][number];

/**
 * The register of AI systems: two statements, and one call as the viewer for titles and owners (for the whole
 * organisation one more for the projects they may browse, and one for a search by words).
 */
export const systemsList: UseCase<'systems.list', 'configuration'> = async (input, context) => {
  const visible = await visibleProjects(input.projectId, context);
  const found = input.text === null ? null : await searchedIds(input.text, visible, context);
  const filter = { only: input.only, stages: input.stages, fields: input.fields, found };
  const read = (asked: RegisterView<'stage' | 'risk' | 'coverage'>) => readSystems(filter, asked);
  const { rows, ...counts } = await pageAsViewer(input, read, context, { ownerFields: ownerFields(context), visible });
  const ids = rows.map(({ fact }) => fact.id);
  const sums = await readSystemSums(ids);
  const unknown = await unknownOf('scope', ids, context);
  return {
    rows: rows.flatMap(
      (row) =>
        rowView(row, sums.get(row.fact.id), context.configuration.settings.criteria, unknown.get(row.fact.id)) ?? [],
    ),
    ...counts,
  };
};

/** Systems whose title holds the words, as Jira finds them for the viewer. */
async function searchedIds(
  text: string,
  projects: readonly string[],
  { configuration }: Pick<Context, 'configuration'>,
): Promise<string[]> {
  const words = jqlWords(text);
  const type = configuration.issueTypes['ai-system'];
  if (words === null || type === undefined || projects.length === 0) return [];
  const jql = `project IN (${projects.map(Number).join(', ')}) AND issuetype = ${Number(type)} AND summary ~ ${words}`;
  return (await searchAsViewer(jql, VIEWED_ISSUES)).map(({ issueId }) => itemIdOf(issueId));
}

const risksView = (risks: SystemSums['risks'] | undefined, criteria: Criteria): Row['risks'] => ({
  count: risks?.count ?? 0,
  unrated: risks?.unrated ?? 0,
  highest: levelView(risks?.highest ?? null, criteria),
});

function rowView(
  { fact, issue, owner }: OwnedRow,
  sums: SystemSums | undefined,
  criteria: Criteria,
  unknown?: number,
): Row | null {
  if (!fact.system) return null;
  const counts = sums?.counts ?? {};
  const { status: _status, ...title } = issue;
  return {
    ...title,
    stage: fact.system.stage,
    inScope: isInScope(fact.system),
    fields: registerWords(fact),
    owner,
    risks: risksView(sums?.risks, criteria),
    figure: figureOfSystem(counts, { unknown, byTriage: sums?.byTriage }),
    counts,
    lastSignificantChange: fact.system.lastSignificantChange,
    nextReview: fact.system.nextReview,
  };
}

/** Titles of what is on screen: one call as the viewer. */
export const issuesTitles: UseCase<'issues.titles', never> = async ({ issueIds }) => {
  const visible = await issuesAsViewer(issueIds);
  return { issues: [...visible].map(([issueId, issue]) => issueView(issueId, issue)) };
};
