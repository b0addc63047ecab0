import type { InCommon } from '../../../cli/approve-in-common';
import { fingerprintShown, rowOf } from '../../../cli/approve-statement';
import { NONE_NEEDED } from '../../../cli/approve-triage';
import { catalogue } from '../../../controls';
import type { Output } from '../../../src/contract/procedures';
import { drawnFingerprint } from '../../support/policy-page';
import { approvedInCommon, approvedTriage, withdrawApproval } from '../../support/second-person';
import { secondApprover } from '../../support/statement';
import type { Command, Deed } from './history';
import { type Doing, dayFrom, NAMED, pick } from './issue-deeds';
import { rewritePolicy, type World } from './world';

const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;

const CONTROLS = catalogue.requirements.filter(({ kind }) => kind === 'control').map(({ id }) => id);
const SYSTEM_REQUIREMENTS = NAMED.filter((id) => requirement(id)?.scopeLevel === 'ai-system');

function requirement(id: string) {
  return catalogue.requirements.find((one) => one.id === id);
}

interface Bean {
  id: string;
  name: string;
  description?: string;
}

/** A name that says nothing and that nothing else has. */
const fresh = (what: string, id: string, { c }: Command) => `${what} ${id} ${c}`;

const systems = ({ issues }: World) => issues.filter(({ type }) => type === 'AI system');
const done = (answer: unknown): boolean => answer !== null;

async function decideOn(world: World, ids: readonly string[], { b, c }: Command): Promise<boolean> {
  const rows = ids.map((id, place) => rowOf(id, (place + b) % 9 !== 0, `Because of ${c}, as everybody here knows.`));
  const seen = await world.tell<Output<'statement.read'>>('statement.read', {});
  return seen !== null && done(await world.tell('statement.edit', { revision: seen.revision, rows }));
}

async function submit(world: World): Promise<boolean> {
  const seen = await world.tell<Output<'statement.read'>>('statement.read', {});
  return seen !== null && done(await world.tell('approval.submit', { ...STATEMENT, revision: seen.revision }));
}

/** Somebody else looks at what is submitted, and approves or returns it. */
async function approve(world: World, outcome: 'approved' | 'returned'): Promise<boolean> {
  const approver = await secondApprover(world.site);
  const refused = async () => null;
  const fingerprint = await fingerprintShown(
    (name, payload, accountId) => world.site.call(name, payload, accountId),
    approver,
  ).catch(refused);
  if (fingerprint === null) return false;
  const items = [{ kind: 'statement', subject: 'organisation', fingerprint }];
  const decided = await world.tell<Output<'approval.decide'>>(
    'approval.decide',
    { outcome, reason: 'So be it.', items },
    approver,
  );
  return decided?.results[0]?.refusal === null;
}

async function approvePolicy(world: World): Promise<boolean> {
  const { policy, tell } = world;
  const pageVersion = policy.page.version.number;
  const approval = {
    pageId: policy.page.id,
    pageVersion,
    audience: { groups: [world.staff] },
    reviewDue: dayFrom(world, 300),
    fingerprint: await drawnFingerprint(world.site, { pageId: policy.page.id, pageVersion }),
  };
  if (!done(await tell('policy.approve', approval))) return false;
  policy.approved = pageVersion;
  // Nobody is asked before the app has read who is in the group.
  await world.site.site.settle({ within: 60_000 });
  return true;
}

/** What the app refuses is no deed. */
const succeeds = (deed: Promise<unknown>): Promise<boolean> =>
  deed.then(
    () => true,
    () => false,
  );

const takeBack = ({ site }: World, of: { kind: string; subject: string }): Promise<boolean> =>
  succeeds(withdrawApproval(site, of));

function systemsNamed(world: World, c: number): InCommon['systems'][] {
  const named = pick(systems(world), c);
  return named === undefined ? [] : [{ which: 'systems', issueIds: [named.id] }];
}

/** What is known by its id may be called anything. */
export const RENAMES = {
  async 'rename option'({ words, ask }, command) {
    const option = pick(
      words.options.filter(({ field }) =>
        /^(AIMS req|Likeli|Conseq|Grade|Treat|Our part|In AIMS|We control|Third)/.test(field),
      ),
      command.a,
    );
    if (!option) return false;
    const { id, fieldId, contextId } = option;
    const options = [{ id, value: fresh('Option', id, command) }];
    return done(await ask('PUT', `/field/${fieldId}/context/${contextId}/option`, { options }));
  },
  async 'rename status'({ ask }, command) {
    const found = await ask<{ values: (Bean & { statusCategory: string })[] }>(
      'GET',
      '/statuses/search?maxResults=200',
    );
    const status = pick(found?.values ?? [], command.a);
    if (!status) return false;
    const { id, statusCategory, description } = status;
    const statuses = [{ id, name: fresh('Status', id, command), statusCategory, description }];
    return done(await ask('PUT', '/statuses', { statuses }));
  },
  async 'rename field'({ ask }, command) {
    const found = await ask<{ values: Bean[] }>('GET', '/field/search?type=custom&maxResults=100');
    const field = pick(
      (found?.values ?? []).filter(({ description }) => description?.includes('aims:field:')),
      command.a,
    );
    if (!field) return false;
    const { id, description } = field;
    return done(await ask('PUT', `/field/${id}`, { name: fresh('Field', id, command), description }));
  },
  async 'rename issue type'({ ids, ask }, command) {
    const id = pick(
      [...ids.type.entries()].filter(([name]) => /^(AI |Nonconf|Corrective)/.test(name)),
      command.a,
    )?.[1];
    return id !== undefined && done(await ask('PUT', `/issuetype/${id}`, { name: fresh('Type', id, command) }));
  },
  async 'rename link type'({ ids, ask }, command) {
    const id = pick([...ids.link.values()], command.a) ?? '';
    const names = {
      name: fresh('Link', id, command),
      inward: fresh('in', id, command),
      outward: fresh('out', id, command),
    };
    return done(await ask('PUT', `/issueLinkType/${id}`, names));
  },
  async 'rename resolution'({ ids, ask }, command) {
    const id = pick(ids.resolution, command.a) ?? '';
    return done(await ask('PUT', `/resolution/${id}`, { name: fresh('Resolution', id, command) }));
  },
  /** Jira removes an option only while no issue has it. */
  async 'remove option'({ words, ask }, { a }) {
    const unused = words.options.filter(({ field }) => /^AI Act (role|class)$/.test(field));
    const option = pick(unused, a);
    return (
      option !== undefined &&
      done(await ask('DELETE', `/field/${option.fieldId}/context/${option.contextId}/option/${option.id}`))
    );
  },
} satisfies Partial<Record<Deed, Doing>>;

interface Concluded {
  requirementId: string;
  system: string | null;
}

function anything(world: World, { a, b }: Command): Concluded {
  const requirementId = pick(NAMED, a) ?? '';
  const system = requirement(requirementId)?.scopeLevel === 'ai-system' ? pick(systems(world), b) : undefined;
  return { requirementId, system: system?.id ?? null };
}

/** Auditors look at what is said to be met; by chance alone hardly anything would be verified. */
async function somethingMet({ site }: World, { a }: Command): Promise<Concluded | null> {
  const rows = await site.site.sql(
    "SELECT scope, requirement_id FROM coverage_cell WHERE state = 'implemented' ORDER BY scope, requirement_id",
  );
  const row = pick(rows, a);
  if (!row) return null;
  const system = row.scope === 'organisation' ? null : String(row.scope).replace('jira:', '');
  return { requirementId: String(row.requirement_id), system };
}

/** What people say to the app alone, and the page of the policy. */
export const DECISION_DEEDS = {
  decide: (world, command) => {
    const from = command.a % CONTROLS.length;
    return decideOn(world, CONTROLS.slice(from, from + 3), command);
  },
  async 'approve statement'(world, command) {
    return (await decideOn(world, CONTROLS, command)) && (await submit(world)) && approve(world, 'approved');
  },
  'submit statement': submit,
  'return statement': (world) => approve(world, 'returned'),
  'take statement back': async (world) => done(await world.tell('approval.takeBack', STATEMENT)),
  async 'withdraw approval'(world, { a }) {
    const seen = await world.tell<Output<'statement.read'>>('statement.read', {});
    const version = pick(seen?.versions ?? [], a)?.version;
    const withdrawal = { kind: 'statement', subject: 'organisation', version, reason: 'It was a mistake.' };
    return version !== undefined && done(await world.tell('approval.withdraw', withdrawal));
  },
  async triage(world, { a, b }) {
    const system = pick(systems(world), a);
    if (system === undefined) return false;
    const subject = `jira:${system.id}`;
    if (b % 4 === 0) return takeBack(world, { kind: 'triage', subject });
    const answers = NONE_NEEDED.map((one) => ({ ...one, reason: `${one.reason} As of ${b}.` }));
    return succeeds(approvedTriage(world.site, system.id, answers));
  },
  async 'meet in common'(world, { a, b, c }) {
    const task = pick(
      world.issues.filter(({ type }) => type === 'Task'),
      a,
    );
    const requirementId = pick(SYSTEM_REQUIREMENTS, b);
    if (task === undefined || requirementId === undefined) return false;
    if (c % 4 === 0) return takeBack(world, { kind: 'in-common', subject: `jira:${task.id}/${requirementId}` });
    const systems = pick<InCommon['systems']>(
      [
        { which: 'every', reason: `One platform serves every AI system, since ${c}.` },
        { which: 'condition', condition: 'control-logs' },
        { which: 'condition', condition: 'triage-not-none' },
        ...systemsNamed(world, c),
      ],
      c,
    );
    return (
      systems !== undefined && succeeds(approvedInCommon(world.site, { issueId: task.id, requirementId, systems }))
    );
  },
  async conclude(world, command) {
    const { a, b, c } = command;
    const { requirementId, system } =
      (c % 4 > 0 ? await somethingMet(world, command) : null) ?? anything(world, command);
    const said = await world.tell<{ decisionId: string }>(
      'conclusion.record',
      {
        requirementId,
        systemIssueId: system,
        result: pick(['conforms', 'conforms', 'conforms', 'conforms', 'nonconforming', 'not-sampled'], b >> 2),
        concludedOn: dayFrom(world, pick([-30, -1, 0, 0, 0, -400], a >> 2) ?? 0),
        validUntil: a % 3 === 0 ? dayFrom(world, 1) : null,
        kind: 'internal-audit',
        sample: `Sample ${c}: the newest five records.`,
      },
      world.auditor,
    );
    if (said) world.conclusions.push(said.decisionId);
    return said !== null;
  },
  async 'take back conclusion'(world, { a }) {
    const decisionId = pick(world.conclusions, a);
    if (decisionId === undefined) return false;
    return done(await world.tell('conclusion.withdraw', { decisionId, reason: 'Of another year.' }, world.auditor));
  },
  /** What a conclusion found is raised as one of the nonconformities that there are. */
  async 'raise finding'(world, { a, b }) {
    const decisionId = pick(world.conclusions, a);
    const finding = pick(
      world.issues.filter(({ type }) => type === 'Nonconformity'),
      b,
    );
    if (decisionId === undefined || finding === undefined) return false;
    return done(await world.tell('conclusion.raise', { decisionId, issueId: finding.id }));
  },
  'approve policy': (world) => approvePolicy(world),
  async acknowledge(world, { a }) {
    if (world.policy.approved === 0 && !(await approvePolicy(world))) return false;
    const { page, approved } = world.policy;
    const read = { pageId: page.id, pageVersion: approved };
    return done(await world.tell('policy.acknowledge', read, pick(world.readers, a)));
  },
  async 'edit page'(world, { a }) {
    if (world.policy.archived) return false;
    await rewritePolicy(world, `We answer for ${a}.`);
    return true;
  },
  /** Archived pages come back with the next one. */
  async 'archive page'({ site, policy }) {
    const pages = { pages: [{ id: policy.page.id }] };
    const path = policy.archived ? '/wiki/local/content/unarchive' : '/wiki/rest/api/content/archive';
    const { status } = await site.wiki('POST', path, pages);
    if (status < 400) policy.archived = !policy.archived;
    return status < 400;
  },
} satisfies Partial<Record<Deed, Doing>>;
