import { numberOf } from '../../../src/domain/requirement/requirement-id';
import { attach, paragraph, SAID } from '../../support/saying';
import type { Command, Deed } from './history';
import type { Issue, World } from './world';

/** Does one thing. @returns whether it was done; what Jira or the app refuses at that moment is left out */
export type Doing = (world: World, command: Command) => Promise<boolean>;

export const pick = <T>(list: readonly T[], place: number): T | undefined => list[place % Math.max(1, list.length)];
const DAY_MS = 86_400_000;
export const dayFrom = (world: World, days: number): string =>
  new Date(world.site.site.clock.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Requirements of every kind: met once or for each AI system, by a document, a record or work, derived ones among them. */
export const NAMED = [
  ...[
    'iso42001/8.2',
    'iso42001/8.3',
    'iso42001/8.4',
    'iso42001/A.6.2.4',
    'iso42001/A.6.2.8',
    'iso42001/A.9.4',
    'iso42001/A.6.2.2',
    'iso42001/A.5.3',
  ],
  ...[
    'iso42001/10.2',
    'iso42001/6.1.3',
    'iso42001/7.3',
    'iso42001/7.1',
    'iso42001/7.2',
    'iso42001/4.3',
    'iso42001/A.2.2',
    'iso42001/A.10.3',
  ],
];
const TYPES = ['Task', 'Task', 'Task', 'AI system', 'AI risk', 'AI risk', 'Nonconformity', 'Corrective action'];
const MOST_ISSUES = 45;

/** Offsets in days at which evidence begins and ends, and some far from it. */
const OFFSETS = [-800, -366, -365, -364, -30, -1, 0, 1, 2, 30];
const ODD_DAYS = [
  '0009-01-01',
  '9999-12-31',
  '1899-12-31',
  '1900-01-01',
  '2126-11-24',
  '2126-12-31',
  '2024-02-29',
  '0001-01-01',
];
const DATES: Readonly<Record<string, readonly string[]>> = {
  'AI system': ['Last significant change'],
  'AI risk': ['Acceptance expires'],
  Nonconformity: ['Effectiveness due', 'Effectiveness date', 'Detected on'],
  Task: ['Evidence effective date', 'Evidence review due'],
  'Corrective action': ['Evidence effective date', 'Evidence review due'],
};
const SYSTEM_CHOICES = [
  'Our part',
  'Third parties involved',
  'We control input data',
  'We control logs',
  'In AIMS scope',
];
const CORRECTION_FIELDS = ['Correction', 'Cause', 'AIMS changes'];
const ENDS = ['Retired', 'Rejected', 'No longer exists', 'Not a nonconformity'];
const FEWEST_ISSUES = 8;
const MINUTE = 60_000;
const WAITS_MS = [1_000, 10_000, MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE];

const edit = async ({ site, ask }: World, { id }: Issue, fields: Record<string, unknown>): Promise<boolean> =>
  (await ask('PUT', `/issue/${id}`, {
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [site.fieldId(name), value])),
  })) !== null;

/** The option of a requirement in the field "AIMS requirements", by id: people may rename it. */
function requirements({ words }: World, ...places: number[]): { id: string }[] {
  const ids = [...new Set(places.flatMap((place) => pick(NAMED, place) ?? []))];
  return ids.flatMap((id) => {
    const option = words.options.find(
      ({ field, text }) => field === 'AIMS requirements' && text.startsWith(`${numberOf(id)} `),
    );
    return option ? [{ id: option.id }] : [];
  });
}

/** An option of a field by its place, or none: an empty field. */
function choice({ words }: World, field: string, place: number): { id: string } | null {
  const options = words.options.filter((option) => option.field === field);
  const found = place % (options.length + 1) === options.length ? undefined : pick(options, place);
  return found ? { id: found.id } : null;
}

const ofType = ({ issues }: World, place: number, ...types: string[]): Issue | undefined =>
  pick(
    issues.filter(({ type }) => types.includes(type)),
    place,
  );

async function dated(world: World, { a, b }: Command, day: string | null): Promise<boolean> {
  const issue = pick(world.issues, a);
  const field = issue && pick(DATES[issue.type] ?? [], b);
  return field !== undefined && issue !== undefined && edit(world, issue, { [field]: day });
}

interface Way {
  id: string;
  to: { id: string };
}

async function moved(world: World, place: number, way: number): Promise<boolean> {
  const issue = pick(world.issues, place);
  const answer = await world.ask<{ transitions: Way[] }>('GET', `/issue/${issue?.id}/transitions`);
  const ways = answer?.transitions ?? [];
  // An end that nothing leads out of is rare, or soon everything would have come there.
  const onward = ways.filter(({ to }) => !ENDS.includes(world.words.status(to.id)));
  const taken = pick(way % 12 === 0 || onward.length === 0 ? ways : onward, way);
  if (!taken) return false;
  return (await world.ask('POST', `/issue/${issue?.id}/transitions`, { transition: { id: taken.id } })) !== null;
}

const required = (world: World, { a, b, c }: Command): Promise<boolean> => {
  const issue = pick(world.issues, a);
  return issue
    ? edit(world, issue, { 'AIMS requirements': requirements(world, b, ...(c % 2 === 0 ? [c] : [])) })
    : Promise.resolve(false);
};

/** What people do to issues, one thing at a time but for the burst. */
export const ISSUE_DEEDS = {
  async create(world, { a, b, c }) {
    if (world.issues.length >= MOST_ISSUES) return false;
    const type = pick(TYPES, a) ?? 'Task';
    const isRecord = type === 'Task' && c % 2 === 0;
    const made = await world.ask<{ id: string }>('POST', '/issue', {
      fields: {
        project: { id: world.site.projectId },
        issuetype: { id: world.ids.type.get(type) },
        summary: type,
        ...(c % 5 === 1 ? {} : SAID),
        ...(type === 'AI system' ? {} : { [world.site.fieldId('AIMS requirements')]: requirements(world, b) }),
        ...(isRecord ? { [world.site.fieldId('Evidence effective date')]: dayFrom(world, -30) } : {}),
      },
    });
    if (made) world.issues.push({ id: made.id, type });
    return made !== null;
  },
  move: (world, { a, b }) => moved(world, a, b),
  async link(world, { a, b, c }) {
    const concern = c % 2 === 0;
    const from = concern ? pick(world.issues, a) : ofType(world, a, 'Task', 'Corrective action');
    const to = concern ? ofType(world, b, 'AI system') : ofType(world, b, 'AI risk', 'Nonconformity', 'Task');
    if (!from || !to || from.id === to.id) return false;
    const type = concern ? 'AIMS concern' : (pick(['AIMS treatment', 'AIMS evidence', 'AIMS correction'], c) ?? '');
    const link = { type: { id: world.ids.link.get(type) }, inwardIssue: { id: from.id }, outwardIssue: { id: to.id } };
    return world.ids.link.has(type) && (await world.ask('POST', '/issueLink', link)) !== null;
  },
  async unlink(world, { a, b }) {
    const issue = pick(world.issues, a);
    const answer = await world.ask<{ fields: { issuelinks: { id: string }[] } }>(
      'GET',
      `/issue/${issue?.id}?fields=issuelinks`,
    );
    const link = pick(answer?.fields.issuelinks ?? [], b);
    return link !== undefined && (await world.ask('DELETE', `/issueLink/${link.id}`)) !== null;
  },
  require: required,
  async rate(world, { a, b, c }) {
    const risk = ofType(world, a, 'AI risk');
    const option = choice(world, 'Treatment option', c);
    const fields = { Likelihood: choice(world, 'Likelihood', b), Consequence: choice(world, 'Consequence', c) };
    return (
      risk !== undefined && edit(world, risk, { ...fields, ...(c % 3 === 0 ? { 'Treatment option': option } : {}) })
    );
  },
  async say(world, { a, b }) {
    const task = ofType(world, a, 'Task');
    if (!task) return false;
    if (b % 5 === 0) return attach(world.site, task.id).then(() => true);
    const fields = b % 2 === 0 ? SAID : { description: paragraph('Done.') };
    return (await world.ask('PUT', `/issue/${task.id}`, { fields })) !== null;
  },
  async describe(world, { a, b, c }) {
    const system = ofType(world, a, 'AI system');
    const field = pick([...SYSTEM_CHOICES, 'Scope reason'], b) ?? '';
    const chosen = choice(world, field, c);
    const value = field === 'Our part' ? (chosen ? [chosen] : []) : chosen;
    return (
      system !== undefined &&
      edit(world, system, { [field]: field === 'Scope reason' ? (c % 3 === 0 ? 'none of ours' : null) : value })
    );
  },
  async grade(world, { a, b, c }) {
    const nonconformity = ofType(world, a, 'Nonconformity');
    const text = pick(CORRECTION_FIELDS, b) ?? '';
    return (
      nonconformity !== undefined &&
      edit(world, nonconformity, {
        [text]: c % 5 === 0 ? null : 'done so',
        ...(c % 2 === 0
          ? { Grade: choice(world, 'Grade', c >> 1) }
          : { Effectiveness: choice(world, 'Effectiveness', c >> 1) }),
      })
    );
  },
  date: (world, command) =>
    dated(world, command, command.c % 7 === 0 ? null : dayFrom(world, pick(OFFSETS, command.c) ?? 0)),
  'odd date': (world, command) => dated(world, command, pick(ODD_DAYS, command.c) ?? null),
  async resolve(world, { a, b }) {
    const issue = pick(world.issues, a);
    const resolution = { id: pick(world.ids.resolution, b) };
    return issue !== undefined && (await world.ask('PUT', `/issue/${issue.id}`, { fields: { resolution } })) !== null;
  },
  async delete(world, { a }) {
    const issue = world.issues.length > FEWEST_ISSUES ? pick(world.issues, a) : undefined;
    if (!issue || (await world.ask('DELETE', `/issue/${issue.id}`)) === null) return false;
    world.issues.splice(world.issues.indexOf(issue), 1);
    return true;
  },
  async burst(world, { a, b, c }) {
    let edits = 0;
    for (let place = 0; place < 20 + (a % 31); place += 1)
      if (await required(world, { do: 'require', a: b + place, b: c + place, c: place })) edits += 1;
    return edits >= 20;
  },
  async wait(world, { a }) {
    await world.site.site.clock.advance(pick(WAITS_MS, a) ?? 0);
    return true;
  },
  async 'midnight passes'(world, { a, b, c }) {
    const { clock } = world.site.site;
    const dayIn = (minutes: number) => world.dayOf(clock.now() + minutes * MINUTE);
    let minutes = 1;
    while (dayIn(minutes) === dayIn(0)) minutes += 1;
    await clock.advance((minutes - 1) * MINUTE);
    await moved(world, a, b);
    await clock.advance(MINUTE);
    await moved(world, c, a);
    return true;
  },
} satisfies Partial<Record<Deed, Doing>>;
