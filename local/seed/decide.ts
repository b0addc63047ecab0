import type { Operator } from '../operator';
import type { Site } from '../site';
import type { IssueWriter } from './create-issues';
import type { SeededPages } from './create-pages';
import type { AccountIds } from './create-people';
import { aSecondLater } from './later';
import { PEOPLE } from './people';
import type { PersonRef } from './sample-issue';

/** The one control that the insurer excludes. */
const EXCLUDED = new Map([
  ['iso42001/A.10.4', 'No AI system is supplied to customers; all are used inside the company.'],
]);

/** The group of a control, such as "A.6". */
const groupOf = (requirementId: string): string =>
  requirementId.replace('iso42001/', '').split('.').slice(0, 2).join('.');

const REASONS: Readonly<Record<string, string>> = {
  'A.2': 'The company sets its own policy for AI.',
  'A.3': 'People in underwriting and claims answer for AI systems.',
  'A.4': 'What an AI system consists of must be known to judge its risks.',
  'A.5': 'Insurance decisions affect people; effects on them are assessed.',
  'A.6': 'AI systems are built, adapted or bought and then operated for years.',
  'A.7': 'Tariffs and scores depend on the quality of data.',
  'A.8': 'Customers and brokers must know when AI is at work.',
  'A.9': 'AI systems are used for decisions about customers.',
  'A.10': 'Several AI systems are bought or rest on a supplier’s model.',
};

/** Days until the policy is looked at again. */
const POLICY_REVIEW = 330;
/** Everybody but the buyer, who has no Confluence, and a newcomer has read the policy. */
const HAS_NOT_READ: readonly PersonRef[] = ['kofi', 'mira'];

/** Decisions of the people who may decide, the auditor's conclusions, and who has read the policy. */
export async function decide(
  site: Site,
  { call }: Operator,
  accounts: AccountIds,
  issues: IssueWriter,
  pages: SeededPages,
  projectId: string,
): Promise<void> {
  const as = (ref: 'ines' | 'sofia' | 'ruth') => accounts.get(ref) ?? '';
  const app = async (name: string, payload: unknown, accountId: string) => {
    await call('aims-project', name, payload, accountId);
    await aSecondLater(site);
  };
  const { tiles } = await call<{ tiles: { requirementId: string; kind: string; group: string }[] }>(
    'aims-project',
    'coverage.overview',
    { projectId },
  );
  const controls = tiles.filter((tile) => tile.kind === 'control');
  await app(
    'applicability.decide',
    {
      decisions: controls.map(({ requirementId }) => ({
        requirementId,
        applicable: !EXCLUDED.has(requirementId),
        reason: EXCLUDED.get(requirementId) ?? REASONS[groupOf(requirementId)] ?? '',
      })),
    },
    as('ines'),
  );
  await app('applicability.approve', {}, as('sofia'));
  await app(
    'impact.triage',
    { systemIssueId: issues.idOf('flood'), needed: false, criteria: 'Looks at buildings only; no person is affected.' },
    as('ines'),
  );
  await app(
    'evidence.meetInCommon',
    { requirementId: 'iso42001/A.6.2.8', issueId: issues.idOf('logging'), withdrawn: false },
    as('ines'),
  );
  if (pages.policy) {
    const version = { pageId: pages.policy.id, pageVersion: pages.policy.version };
    const reviewDue = new Date(site.clock.now() + POLICY_REVIEW * 86_400_000).toISOString().slice(0, 10);
    await app('policy.approve', { ...version, audience: PEOPLE.length, reviewDue }, as('sofia'));
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
      as('ruth'),
    );
  await conclude('iso42001/4.1', null, 'The description and its last three versions.');
  await conclude('iso42001/7.2', null, 'Ten of 84 training records.');
  await conclude('iso42001/8.2', issues.idOf('fraud'), 'The assessment and the two newest risks.');
}
