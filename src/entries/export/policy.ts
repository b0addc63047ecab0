import { readPage } from '../../confluence/page';
import { pageOpenTo } from '../../confluence/reader';
import type { AdfNode } from '../../domain/document/adf';
import { fingerprintOf, policyTextOf } from '../../domain/policy/policy-text';
import { UTC } from '../../domain/time-zone';
import { readPolicyApproval } from '../../store/policy';
import { dayWords } from '../../words/days';
import {
  EXPORT_NOTICES,
  EXPORT_TITLES,
  firstLineWords,
  LEFT_OUT,
  leftOutWords,
  NAMES_LEFT_OUT_WHY,
  POLICY_EXPORT,
} from '../../words/export';
import { wire } from '../wiring';
import { type AdfDocument, doc, heading, note, paragraph } from './adf';
import { exportedDocument } from './document';
import { failedWords } from './failed';
import { type ExportRequest, exportRequest } from './payload';

/**
 * The approved text of the policy, for PDF and Word. The text is the page's own, which whoever exports the page may read;
 * the policy of another page is only named, for nobody knows whether the reader of the export may see that page. Nor is the
 * approver named: the store holds no name, and a name is read as the viewer, whom the platform does not tell an export.
 */
export async function exportPolicy(payload: unknown): Promise<AdfDocument> {
  const request = exportRequest(payload);
  const title = heading(3, EXPORT_TITLES.policy);
  let zone = UTC;
  try {
    zone = (await wire()).zone.name;
    const openTo = await pageOpenTo(request.pageId);
    const first = note(firstLineWords({ scope: 'page', openTo }, Date.now(), zone));
    return doc(title, first, ...(await policyBlocks(request)), note(EXPORT_NOTICES.policy));
  } catch (error) {
    return doc(title, paragraph(failedWords(error, 'policy', zone)));
  }
}

async function policyBlocks({ config, pageId }: ExportRequest): Promise<AdfNode[]> {
  const named = config.pageId;
  const elsewhere = named !== undefined && named !== '' && String(named) !== pageId;
  if (elsewhere || pageId === null) return [paragraph(POLICY_EXPORT.elsewhere)];
  const approval = await readPolicyApproval();
  const newest = await readText(pageId);
  if (approval?.pageId !== pageId) {
    return newest.text
      ? [note(POLICY_EXPORT.draft(newest.version)), ...exportedDocument(newest.text)]
      : [paragraph(POLICY_EXPORT.empty)];
  }
  const { fingerprint, pageVersion, spelling } = approval;
  // The approved version is read by itself only where the page has moved on.
  const { text } = newest.version === pageVersion ? newest : await readText(pageId, pageVersion);
  const line = POLICY_EXPORT.approved(dayWords(approval.approvedOn), pageVersion, dayWords(approval.reviewDue));
  const leftOut = paragraph(leftOutWords(LEFT_OUT.approval, NAMES_LEFT_OUT_WHY));
  if (!text || (await fingerprintOf(text, spelling)) !== fingerprint)
    return [leftOut, note(line), paragraph(POLICY_EXPORT.lost)];
  const moved = newest.text === null || (await fingerprintOf(newest.text, spelling)) !== fingerprint;
  return [leftOut, note(`${line}${moved ? ` ${POLICY_EXPORT.changed}` : ''}`), ...exportedDocument(text)];
}

/** The policy text of a page, newest or in a version; nulls where there is none. */
async function readText(
  pageId: string,
  version?: number,
): Promise<{ version: number | null; text: readonly AdfNode[] | null }> {
  const page = await readPage('app', pageId, version);
  return { version: page?.version ?? null, text: page && policyTextOf(page.body) };
}
