import type { Stage } from '../../controls';
import { type Day, isPlausible } from '../domain/day';
import { DECLARED_LABEL } from '../domain/import/planned-issue';
import type {
  AiSystemFact,
  Answer,
  ItemFact,
  ItemKind,
  ItemLink,
  LinkRole,
  Progress,
  Rating,
} from '../domain/item/item-fact';
import { itemIdOf } from '../domain/item/item-id';
import { furthestStage } from '../domain/lifecycle/stage';
import { requirementIdFrom } from '../domain/requirement/requirement-id';
import { riskLevel } from '../domain/risk/level';
import type { TimeZone } from '../domain/time-zone';
import { TREATMENT_OPTIONS } from '../domain/vocabulary/ai-risk';
import type { OurPart } from '../domain/vocabulary/ai-system';
import { GRADES, type NonconformityStage } from '../domain/vocabulary/nonconformity';
import { registerFields } from '../domain/vocabulary/register-field';
import { optionKeyOf, optionText } from '../domain/vocabulary/vocabulary';
import { type History, ISSUE_PROPERTY, type JiraIssue } from '../jira/issue';
import { type Configuration, meaningsOfResolutions } from '../store/configuration';
import { accountIdOf, holdersOf } from './holders';

/** The one function that turns a Jira issue into a fact. Unknown shapes become "not known", never a mild value. */
export function factFromIssue(
  issue: JiraIssue,
  configuration: Configuration,
  knownRequirements: ReadonlySet<string>,
  history: History | undefined,
  zone: TimeZone,
  today: Day,
): ItemFact {
  const kind = kindOf(issue, configuration);
  const implausible = new Set<string>();
  const read = fieldReader(issue, configuration, today, implausible);
  const progress = progressOf(issue);
  const doneOn = progress === 'done' ? doneDay(issue, zone) : null;
  const cancelled = progress === 'done' && isNotDone(issue, configuration);
  const { people, owner, left } = holdersOf(read.raw('system-owner'), issue.fields.assignee);
  const fact: ItemFact = {
    id: itemIdOf(issue.id),
    kind,
    projectId: issue.fields.project?.id ?? '',
    progress,
    cancelled,
    doneOn,
    effectiveOn: read.day('evidence-effective-date'),
    reviewDue: read.day('evidence-review-due'),
    lostOn: null,
    ...requirementsOf(issue, configuration, knownRequirements),
    links: linksOf(issue, configuration),
    declared: (issue.fields.labels ?? []).includes(DECLARED_LABEL),
    people,
    ...wordsOf(kind, read),
    ...(kind === 'ai-system' ? { system: { ...systemOf(issue, configuration, read, history), owner, ...left } } : {}),
    ...(kind === 'ai-risk' ? { risk: riskOf(issue, configuration, read) } : {}),
    ...(kind === 'nonconformity'
      ? { nonconformity: nonconformityOf(issue, configuration, { progress, cancelled, doneOn }, read, zone) }
      : {}),
  };
  return implausible.size === 0 ? fact : { ...fact, implausibleDates: [...implausible].sort() };
}

/**
 * The day on which it was done: that of its resolution; many workflows never set one, and then the day on which its status
 * came into the category Done.
 */
function doneDay({ fields }: JiraIssue, zone: TimeZone): Day | null {
  return instantDay(fields.resolutiondate, zone) ?? instantDay(fields.statuscategorychangedate, zone);
}

export function kindOf(issue: JiraIssue, { issueTypes }: Configuration): ItemKind {
  const found = Object.entries(issueTypes).find(([, id]) => id === issue.fields.issuetype?.id);
  return (found?.[0] as ItemKind | undefined) ?? 'work';
}

/** By the resolution's id; by its name only until the site's resolutions were looked at for the first time. */
function isNotDone(issue: JiraIssue, configuration: Configuration): boolean {
  const { resolution } = issue.fields;
  if (!resolution) return false;
  const meaning = meaningsOfResolutions(configuration)[resolution.id];
  const { negativeResolutions } = configuration;
  return meaning === undefined ? negativeResolutions.includes(resolution.name) : meaning === 'not-done';
}

function progressOf(issue: JiraIssue): Progress {
  const category = issue.fields.status?.statusCategory.key;
  return category === 'done' ? 'done' : category === 'indeterminate' ? 'in-progress' : 'to-do';
}

/** Field and issue property name requirements alike: the field where it can be, the property where it cannot. */
function requirementsOf(
  issue: JiraIssue,
  configuration: Configuration,
  known: ReadonlySet<string>,
): Required<Pick<ItemFact, 'requirements' | 'byProperty'>> {
  const byOption = new Map([
    ...Object.entries(configuration.requirementOptions).map(
      ([requirementId, optionId]) => [optionId, requirementId] as const,
    ),
    ...Object.entries(configuration.options['aims-requirements'] ?? {}),
  ]);
  const field = issue.fields[configuration.fields['aims-requirements'] ?? ''];
  const chosen = (Array.isArray(field) ? field : []).map(
    (option: { id?: string; value?: string }) =>
      byOption.get(option.id ?? '') ?? requirementIdFrom(option.value?.split(' ')[0] ?? ''),
  );
  const property = issue.properties?.[ISSUE_PROPERTY] as { requirements?: unknown } | undefined;
  const named = Array.isArray(property?.requirements) ? property.requirements.map(String).map(requirementIdFrom) : [];
  const sorted = (ids: readonly string[]) => [...new Set(ids)].filter((id) => known.has(id)).sort();
  return {
    requirements: sorted([...chosen, ...named]),
    byProperty: sorted(named.filter((id) => !chosen.includes(id))),
  };
}

/** Outward links of the app's own link types; the other end keeps its own. */
function linksOf(issue: JiraIssue, { linkTypes }: Configuration): ItemLink[] {
  const roles = new Map(Object.entries(linkTypes).map(([role, id]) => [id, role as LinkRole]));
  const links = (issue.fields.issuelinks ?? []).flatMap((link): ItemLink[] => {
    const role = roles.get(link.type.id);
    return role && link.outwardIssue ? [{ role, target: itemIdOf(link.outwardIssue.id) }] : [];
  });
  const unique = new Map(links.map((link) => [`${link.role} ${link.target}`, link]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

type Read = ReturnType<typeof fieldReader>;

/**
 * Reads the blueprint's fields by key; an empty, missing or odd value is null.
 * @param implausible is told of each field whose date nobody can have meant
 */
function fieldReader(issue: JiraIssue, { fields, options }: Configuration, today: Day, implausible: Set<string>) {
  const raw = (key: string): unknown => issue.fields[fields[key] ?? ''];
  /** What an option means: told by its id; by its text only while the id has not been seen. */
  const meaning = (key: string, value: unknown): string | null => {
    if (typeof value !== 'object' || value === null) return null;
    const { id, value: text } = value as { id?: unknown; value?: unknown };
    return options[key]?.[String(id)] ?? optionKeyOf(key, String(text ?? ''));
  };
  const option = (key: string): string | null => meaning(key, raw(key));
  const listed = (key: string): unknown[] => {
    const value = raw(key);
    return Array.isArray(value) ? value : [];
  };
  return {
    option,
    options: (key: string): string[] => listed(key).flatMap((entry) => meaning(key, entry) ?? []),
    /** In the words of the vocabulary; an option of people's own in theirs. One choice or several. */
    words: (key: string): string[] =>
      [raw(key) ?? []].flat().map((entry) => {
        const known = meaning(key, entry);
        return (known && optionText(key, known)) ?? String((entry as { value?: unknown })?.value ?? '');
      }),
    day: (key: string): Day | null => {
      const value = raw(key);
      if (typeof value !== 'string' || value === '') return null;
      if (isPlausible(value, today)) return value;
      implausible.add(key);
      return null;
    },
    answer: (key: string): Answer => {
      const word = option(key);
      return word === 'yes' || word === 'no' ? word : 'unknown';
    },
    filled: (key: string): boolean => {
      const value = raw(key);
      return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
    },
    raw,
  };
}

/** The day of an instant as Jira writes it. */
function instantDay(value: unknown, zone: TimeZone): Day | null {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(instant) ? null : zone.dayOf(instant);
}

function statusKey(statusId: string | undefined, kind: ItemKind, { statuses }: Configuration): string | null {
  const key = statuses[statusId ?? '']?.find((candidate) => candidate.startsWith(`${kind}:`));
  return key ? key.slice(kind.length + 1) : null;
}

function systemOf(issue: JiraIssue, configuration: Configuration, read: Read, history: History | undefined) {
  const stageOf = (statusId: string | undefined) => statusKey(statusId, 'ai-system', configuration) as Stage | null;
  // A status that the blueprint does not know counts as Operation: unknown is never the mild state.
  const stage = stageOf(issue.fields.status?.id) ?? 'operation-and-monitoring';
  const former = (history?.formerStatusIds ?? []).flatMap((statusId) => stageOf(statusId) ?? []);
  return {
    stage,
    furthestStage: furthestStage([stage, ...former]),
    inScope: read.answer('in-aims-scope'),
    scopeReasonGiven: read.filled('scope-reason'),
    ourPart: read.options('our-part') as OurPart[],
    thirdPartiesInvolved: read.answer('third-parties-involved'),
    controlsInputData: read.answer('we-control-input-data'),
    controlsLogs: read.answer('we-control-logs'),
    lastSignificantChange: read.day('last-significant-change'),
    aiActClass: read.words('ai-act-class'),
    aiActRoles: read.words('ai-act-role'),
    nextReview: read.day('next-review'),
    ...reclassifiedOf(issue, history),
  };
}

/** That its part, role or class changed after it was created; what it was created with is no change. */
function reclassifiedOf({ fields }: JiraIssue, history: History | undefined): Pick<AiSystemFact, 'reclassified'> {
  const createdAt = typeof fields.created === 'string' ? Date.parse(fields.created) : Number.NaN;
  if (history === undefined || history.changedAt === null || Number.isNaN(createdAt)) return {};
  return { reclassified: { at: history.changedAt, createdAt } };
}

/** The fields that registers show and no rule reads. */
function wordsOf(kind: ItemKind, read: Read): Pick<ItemFact, 'words'> {
  const keys = registerFields(kind).flatMap(({ key, fact }) => (fact?.[0] === `words.${key}` ? [key] : []));
  return keys.length === 0 ? {} : { words: Object.fromEntries(keys.map((key) => [key, read.words(key)])) };
}

/** The keys of a scale's options are its numbers. */
const rating = (key: string | null): number | null => (key === null ? null : Number(key));

/** Both numbers, or null when one of them is empty. */
function ratingOf(read: Read, likelihoodKey: string, consequenceKey: string): Rating | null {
  const likelihood = rating(read.option(likelihoodKey));
  const consequence = rating(read.option(consequenceKey));
  return likelihood === null || consequence === null ? null : { likelihood, consequence };
}

function riskOf(issue: JiraIssue, configuration: Configuration, read: Read) {
  const option = read.option('treatment-option');
  const inherent = ratingOf(read, 'likelihood', 'consequence');
  const residual = ratingOf(read, 'residual-likelihood', 'residual-consequence');
  return {
    level: riskLevel(inherent),
    residualLevel: riskLevel(residual),
    inherent,
    residual,
    accepted: statusKey(issue.fields.status?.id, 'ai-risk', configuration) === 'accepted',
    acceptanceExpires: read.day('acceptance-expires'),
    treatmentOption: TREATMENT_OPTIONS.find((known) => known === option) ?? null,
    affected: read.options('who-is-affected'),
  };
}

/** Options of *Origin* that say that an audit has raised it. */
const AUDITS: ReadonlySet<string> = new Set(['internal-audit', 'external-audit']);

/** Somebody is named, and it is not the assignee. */
function isOther(reviewer: unknown, assignee: unknown): boolean {
  const accountId = accountIdOf(reviewer);
  return accountId !== null && accountId !== accountIdOf(assignee);
}

const STAGE_OF_PROGRESS = { 'to-do': 'reported', 'in-progress': 'correction', done: 'closed' } as const;

function nonconformityOf(
  issue: JiraIssue,
  configuration: Configuration,
  { progress, cancelled, doneOn }: Pick<ItemFact, 'progress' | 'cancelled' | 'doneOn'>,
  read: Read,
  zone: TimeZone,
) {
  const grade = read.option('grade');
  const known = statusKey(issue.fields.status?.id, 'nonconformity', configuration);
  const steps = {
    correction: read.filled('correction'),
    cause: read.filled('cause'),
    effectiveness: read.option('effectiveness') === 'effective' && read.day('effectiveness-date') !== null,
    aimsChanges: read.filled('aims-changes'),
  };
  return {
    // Whatever is done is closed here, and a status that the blueprint does not know goes by its category.
    stage:
      progress === 'done' || known === null || known === 'not-a-nonconformity'
        ? STAGE_OF_PROGRESS[progress]
        : (known as NonconformityStage),
    detectedOn: read.day('detected-on') ?? instantDay(issue.fields.created, zone),
    steps,
    grade: GRADES.find((known) => known === grade) ?? 'ungraded',
    closedOn: doneOn,
    effectivenessDue: read.day('effectiveness-due'),
    whyNoAction: read.filled('why-no-action'),
    otherReviewer: isOther(read.raw('effectiveness-reviewer'), issue.fields.assignee),
    byAudit: AUDITS.has(read.option('origin') ?? ''),
    dismissed: known === 'not-a-nonconformity' || cancelled,
  } as const;
}
