import { fingerprintOf } from '../../../../src/contract/policy-text';
import type { Output } from '../../../../src/contract/procedures';
import { CONFLUENCE_SILENT, TRY_AGAIN_LATER } from '../../../../src/words/screens/shared/common';
import { call } from '../../../shared/bridge/call';
import { CallError } from '../../../shared/bridge/call-error';
import { type Reading, useReading } from '../../../shared/hooks/use-reading';
import { namedIn, type PolicyText, readNames, readPolicyText } from './reading';

type Answer = Output<'policy.read'>;

export interface Policy {
  answer: Answer;
  /** The page's newest text; null where there is none. */
  current: PolicyText | null;
  /** The approved text, proved by its fingerprint; null while nothing is approved, or when it can no longer be shown. */
  approved: PolicyText | null;
  /** Something else is approved than what the page says now. */
  movedOn: boolean;
  names: ReadonlyMap<string, string>;
}

/**
 * Who approved the policy and what it says. The app answers the approval; the texts come from Confluence as the reader, so
 * nobody reads here what they may not read there. The approved version is fetched only when the page moved on.
 */
export function usePolicy(pageId: string): { reading: Reading<Policy>; retry: () => void } {
  return useReading(
    ['policy', pageId],
    () =>
      readPolicy(pageId).catch((error: unknown) => {
        throw error instanceof CallError ? error : unreadable();
      }),
    { pollMs: ({ answer }) => (answer.approval?.awareness?.beingRead ? BEING_READ_MS : null) },
  );
}

/** Right after an approval the app reads who is in the groups, which takes seconds. */
const BEING_READ_MS = 3_000;

const unreadable = () => new CallError('confluence-unavailable', CONFLUENCE_SILENT, TRY_AGAIN_LATER, null);

async function readPolicy(pageId: string): Promise<Policy> {
  const [answer, current] = await Promise.all([call('policy.read', { pageId }), readPolicyText(pageId, null)]);
  const { approval } = answer;
  const approved = approval && (await approvedText(pageId, approval, current));
  const isCurrent = approved !== null && approved === current;
  const author = answer.mayAcknowledge && !isCurrent ? current?.authorId : null;
  const named = [approved, current].flatMap((text) => namedIn(text?.blocks ?? []));
  const people = [approval?.approverId, author, ...named].flatMap((id) => id ?? []);
  const names = await readNames([...new Set(people)]);
  return { answer, current, approved, movedOn: approval !== null && !isCurrent, names };
}

type Approval = NonNullable<Answer['approval']>;

async function approvedText(
  pageId: string,
  approval: Approval,
  current: PolicyText | null,
): Promise<PolicyText | null> {
  if (current && (await isApproved(current, approval))) return current;
  const text = await readPolicyText(pageId, approval.pageVersion);
  return text && (await isApproved(text, approval)) ? text : null;
}

/** Whether a text is the one that was approved, by its fingerprint. */
const isApproved = async ({ blocks }: PolicyText, { fingerprint, spelling }: Approval): Promise<boolean> =>
  (await fingerprintOf(blocks, spelling)) === fingerprint;
