import { readPage } from '../../confluence/page';
import type { AdfNode } from '../../domain/document/adf';
import { fingerprintOf, policyTextOf } from '../../domain/policy/policy-text';
import { AppError } from '../../errors';
import { readPolicyApproval } from '../../store/policy';
import { dayWords } from '../../words/days';
import { type AdfDocument, doc, heading, note, paragraph } from './adf';
import { exportedDocument } from './document';
import { type ExportRequest, exportRequest } from './payload';

/**
 * The approved text of the policy, for PDF and Word. The text is the page's own, which whoever exports the page may read;
 * the policy of another page is only named, for nobody knows whether the reader of the export may see that page. Nor is the
 * approver named: the store holds no name, and a name is read as the viewer, whom the platform does not tell an export.
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
  const newest = await readText(pageId);
  if (approval?.pageId !== pageId) {
    return newest.text
      ? [note(`Not approved. Draft, version ${newest.version} of the page.`), ...exportedDocument(newest.text)]
      : [paragraph('No policy text is written here yet.')];
  }
  const { fingerprint, pageVersion, spelling } = approval;
  // The approved version is read by itself only where the page has moved on.
  const { text } = newest.version === pageVersion ? newest : await readText(pageId, pageVersion);
  const line = `Approved ${dayWords(approval.approvedOn)}, version ${pageVersion}, next review ${dayWords(approval.reviewDue)}.`;
  if (!text || (await fingerprintOf(text, spelling)) !== fingerprint)
    return [note(line), paragraph('The approved text cannot be shown: that version of the page is no longer there.')];
  const moved = newest.text === null || (await fingerprintOf(newest.text, spelling)) !== fingerprint;
  return [
    note(`${line}${moved ? ' Changed since approval: this is the approved text.' : ''}`),
    ...exportedDocument(text),
  ];
}

/** The policy text of a page, newest or in a version; nulls where there is none. */
async function readText(
  pageId: string,
  version?: number,
): Promise<{ version: number | null; text: readonly AdfNode[] | null }> {
  const page = await readPage('app', pageId, version);
  return { version: page?.version ?? null, text: page && policyTextOf(page.body) };
}
