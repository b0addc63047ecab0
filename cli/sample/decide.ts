import type { Site } from '../../local/site';
import type { Output } from '../../src/contract/procedures';
import { approveCriteria } from '../approve-criteria';
import { approveInCommon } from '../approve-in-common';
import { approveStatement, rowOf } from '../approve-statement';
import { approveTriage } from '../approve-triage';
import { groupNamed } from '../group-named';
import type { Operator } from '../operator';
import { policyFingerprint } from '../policy-fingerprint';
import type { IssueWriter } from './create-issues';
import type { SeededPages } from './create-pages';
import type { AccountIds } from './create-people';
import { aSecondLater } from './later';
import { FLOOD_TRIAGE, LOGGING_IN_COMMON } from './other-decisions';
import { EVERYBODY, PEOPLE } from './people';
import type { PersonRef } from './sample-issue';
import { REASONS, RESPONSIBLE } from './statement';

/** Approves the Statement of Applicability; whoever audits is somebody else. */
export const APPROVER = 'sofia';
/** Gives the conclusions of the internal audit. */
export const AUDITOR = 'ruth';

/** Days until the policy is looked at again. */
const POLICY_REVIEW = 330;
/** Everybody but the buyer, who has no Confluence, and a newcomer has read the policy. */
const HAS_NOT_READ: readonly PersonRef[] = ['kofi', 'mira'];

/** Decisions of the people who may decide, the auditor's conclusions, and who has read the policy. */
export async function decide(
  site: Site,
  { call, rest }: Operator,
  accounts: AccountIds,
  issues: IssueWriter,
  pages: SeededPages,
  _projectId: string,
): Promise<void> {
  const as = (ref: PersonRef) => accounts.get(ref) ?? '';
  const app = async (name: string, payload: unknown, accountId: string) => {
    await call('aims-project', name, payload, accountId);
    await aSecondLater(site);
  };
  const ask = async <Answer>(name: string, payload: unknown, accountId: string) => {
    const answer = await call<Answer>('aims-project', name, payload, accountId);
    await aSecondLater(site);
    return answer;
  };
  await site.settle();
  const { rows: controls } = await ask<Output<'statement.read'>>('statement.read', {}, as('ines'));
  const rows = controls.map(({ key, number, group, suggestion }) => {
    const { body } = rowOf(key, true, REASONS[number] ?? '');
    const risks = suggestion?.find(({ kind }) => kind === 'risk');
    const reasons = body.reasons.map((reason) =>
      risks ? { ...reason, kind: risks.kind as 'risk', links: risks.links } : reason,
    );
    return { key, body: { applicable: true, reasons, responsible: as(RESPONSIBLE[group] ?? 'ines') } };
  });
  const people = { by: as('ines'), approver: as(APPROVER) };
  // Whoever decides has opened the app before, so that it knows whom to tell.
  for (const ref of ['ines', APPROVER, AUDITOR] as const) await app('viewer.needs', { projectId: null }, as(ref));
  await approveCriteria(ask, [], people);
  await approveStatement(ask, rows, people);
  await approveTriage(ask, issues.idOf('flood'), people, FLOOD_TRIAGE);
  await approveInCommon(ask, { issueId: issues.idOf('logging'), ...LOGGING_IN_COMMON }, people);
  if (pages.policy) {
    const version = { pageId: pages.policy.id, pageVersion: pages.policy.version };
    const reviewDue = new Date(site.clock.now() + POLICY_REVIEW * 86_400_000).toISOString().slice(0, 10);
    const fingerprint = await policyFingerprint((path) => rest('GET', path), version);
    const audience = { groups: [await groupNamed((path) => rest('GET', path), EVERYBODY)] };
    await app('policy.approve', { ...version, audience, reviewDue, fingerprint }, as(APPROVER));
    // The app reads who is in the group: nobody else is asked.
    await site.settle();
    for (const { ref } of PEOPLE.filter((person) => !HAS_NOT_READ.includes(person.ref)))
      await app('policy.acknowledge', version, accounts.get(ref) ?? '');
  }
  await site.settle();
  const today = new Date(site.clock.now()).toISOString().slice(0, 10);
  const conclude = (requirementId: string, systemIssueId: string | null, sample: string) =>
    app(
      'conclusion.record',
      {
        requirementId,
        systemIssueId,
        result: 'conforms',
        concludedOn: today,
        validUntil: null,
        kind: 'internal-audit',
        sample,
      },
      as(AUDITOR),
    );
  await conclude('iso42001/4.1', null, 'The description and its last three versions.');
  await conclude('iso42001/7.2', null, 'Ten of 84 training records.');
  await conclude('iso42001/8.2', issues.idOf('fraud'), 'The assessment and the two newest risks.');
}
