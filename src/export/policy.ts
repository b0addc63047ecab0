import { readPage } from '../confluence/page';
import { dayWords } from '../contract/words';
import { type AdfNode, fingerprintOf, policyTextOf } from '../domain/policy/policy-text';
import { AppError } from '../errors';
import { readPolicyApproval } from '../store/policy';
import { type AdfDocument, doc, heading, note, paragraph } from './adf';
import { type ExportRequest, exportRequest } from './payload';

/**
 * The approved text of the policy, for PDF and Word. The text is the page's own, which whoever exports the page may read;
 * the policy of another page is only named, for nobody knows whether the reader of the export may see that page.
 */
export async function exportPolicy(payload: unknown): Promise<AdfDocument> {
  const request = exportRequest(payload);
  const title = heading(3, 'AI policy');
  try {
    return doc(title, ...(await policyBlocks(request)));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return doc(title, paragraph(`The policy could not be read. ${error.message} ${error.remedy}`));
  }
}

async function policyBlocks({ config, pageId }: ExportRequest): Promise<AdfNode[]> {
  const named = config.pageId;
  const elsewhere = named !== undefined && named !== '' && String(named) !== pageId;
  if (elsewhere || pageId === null) return [paragraph('The AI policy stands on a page of its own in Confluence.')];
  const approval = await readPolicyApproval();
  if (approval?.pageId !== pageId) {
    const page = await readPage('app', pageId);
    const draft = page && policyTextOf(page.body);
    return draft
      ? [note(`Not approved. Draft, version ${page.version} of the page.`), ...draft]
      : [paragraph('No policy text is written here yet.')];
  }
  const page = await readPage('app', pageId, approval.pageVersion);
  const text = page && policyTextOf(page.body);
  const line = `Approved ${dayWords(approval.approvedOn)}, version ${approval.pageVersion}, next review ${dayWords(approval.reviewDue)}.`;
  if (!text || (await fingerprintOf(text)) !== approval.fingerprint)
    return [note(line), paragraph('The approved text cannot be shown: that version of the page is no longer there.')];
  return [note(`${line}${await changedWords(pageId, approval.fingerprint)}`), ...text];
}

async function changedWords(pageId: string, fingerprint: string): Promise<string> {
  const page = await readPage('app', pageId);
  const now = page && policyTextOf(page.body);
  const same = now !== null && (await fingerprintOf(now)) === fingerprint;
  return same ? '' : ' Changed since approval: this is the approved text.';
}
