import Papa from 'papaparse';
import { contentOfKind } from '../../../src/contract/approved-content';
import { AI_SYSTEM } from '../../../src/words/screens/shared/common';
import {
  ALGORITHM,
  APPROVED_BY,
  APPROVED_ON,
  EVIDENCE_UNTIL,
  KINDS_OF_REASONS,
  VALID_UNTIL,
} from '../../../src/words/screens/statement/export';
import { APPLICABILITY_WORDS } from '../../../src/words/statement';
import { CONDITION_WORDS, IMPLEMENTATION_NOTE, REASON_KIND_WORDS } from '../../../src/words/statement-rows';
import { STATES } from '../../../src/words/states';
import { call } from '../../shared/bridge/call';
import type { Statement } from './statement';

/** Columns of the CSV, in this order; a row for a control or a deviation. */
const COLUMNS = [
  ...[
    'Control',
    'Title',
    'Group',
    AI_SYSTEM,
    'Applicable',
    'Condition',
    KINDS_OF_REASONS,
    'Reasons',
    'Risks',
    'Duties',
  ],
  ...['Responsible', IMPLEMENTATION_NOTE, 'State', EVIDENCE_UNTIL, 'Version', APPROVED_BY, APPROVED_ON],
  ...[VALID_UNTIL, 'Fingerprint'],
] as const;

interface StoredRow {
  key: string;
  body: Readonly<Record<string, unknown>>;
}
interface StoredReason {
  kind: keyof typeof REASON_KIND_WORDS;
  text: string;
  links: string[];
}

/** The version in force as a file. What somebody wrote that a spreadsheet would take for a formula begins with an apostrophe. */
export async function exported(
  statement: Statement,
  format: 'csv' | 'json',
): Promise<{ name: string; text: string; type: string }> {
  const version = statement.versions.find((one) => one.version === statement.inForce?.version);
  if (!version) throw new Error('No version is in force.');
  const rows = await wholeContent(version.version);
  const name = `statement-of-applicability-${version.version}.${format}`;
  if (format === 'json') {
    const approval = {
      version: version.version,
      approvedOn: version.approvedOn,
      validUntil: version.validUntil,
      fingerprint: version.fingerprint,
      algorithm: ALGORITHM,
    };
    return {
      name,
      type: 'application/json',
      text: `${JSON.stringify({ content: contentOfKind('statement', rows), approval }, null, 2)}\n`,
    };
  }
  const lines = rows.map((row) => lineOf(row, statement, version));
  return {
    name,
    type: 'text/csv',
    text: Papa.unparse({ fields: [...COLUMNS], data: lines }, { escapeFormulae: true, newline: '\r\n' }),
  };
}

async function wholeContent(of: number): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<typeof contentPage>> = await contentPage(of, after);
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}
const contentPage = (of: number, after: string) => call('statement.content', { of, after });

function lineOf({ key, body }: StoredRow, statement: Statement, version: Statement['versions'][number]): string[] {
  const [control = '', system = ''] = key.split('@');
  const shown = statement.rows.find((row) => row.key === control);
  const reasons = body.reasons as StoredReason[];
  const links = reasons.flatMap((reason) => reason.links);
  const issues = new Map(statement.issues.map((issue) => [`jira:${issue.issueId}`, issue.key]));
  const condition = body.appliesWhen as keyof typeof CONDITION_WORDS | null | undefined;
  return [
    shown?.number ?? control,
    String(body.title ?? shown?.title ?? ''),
    String(body.group ?? shown?.group ?? ''),
    issues.get(system) ?? system.replace('jira:', ''),
    body.applicable === true ? APPLICABILITY_WORDS.applicable : APPLICABILITY_WORDS.excluded,
    condition ? CONDITION_WORDS[condition] : '',
    reasons.map(({ kind }) => REASON_KIND_WORDS[kind]).join('; '),
    reasons.map(({ text }) => text).join('; '),
    // Only keys that the viewer may see.
    links.flatMap((link) => issues.get(link) ?? []).join('; '),
    links.filter((link) => link.startsWith('eu-ai-act/')).join('; '),
    '',
    String(body.note ?? ''),
    system === '' && shown?.state ? STATES[shown.state].word : '',
    '',
    String(version.version),
    '',
    version.approvedOn,
    version.validUntil ?? '',
    version.fingerprint,
  ];
}
