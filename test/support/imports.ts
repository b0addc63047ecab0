import { inventoryMappings } from '../../controls';
import { Interpreter } from '../../src/domain/import/interpret';
import type { Enrolled } from './enrolled';

/** What the dry run and the report of an import say, as far as tests look at it. */
export interface DryRun {
  create: number;
  update: number;
  unchanged: number;
  issues: { systems: number; records: number; risks: number };
  problemCount: number;
  problemsByCause: Record<string, number>;
  problems: { line: number; code: string; column: string; value: string }[];
  claims: { requirementId: string; inScope: Record<string, number>; retired: Record<string, number> }[];
  noRisk: { rows: number; texts: { text: string; says: string; rows: number }[] };
  renamed: {
    line: number;
    name: string;
    answer: string | null;
    candidates: { issueId: string; issue: { key: string; summary: string } | null }[];
  }[];
  renamedCount: number;
  emptied: { fields: number; clear: boolean };
}
export interface Progress {
  state: string;
  created: number;
  updated: number;
  failed: { line: number; message: string }[];
  told: { line: number; message: string; issue: { key: string; summary: string } | null }[];
}
export interface Issue {
  id: string;
  key: string;
  fields: Record<string, unknown> & { summary: string; labels: string[]; status: { name: string } };
}
type Cells = Record<string, string>;

const generic = inventoryMappings.get('generic');
if (!generic) throw new Error('The mapping "generic" is missing.');
const COLUMNS = new Interpreter(generic).columns();
const HOUR = 3_600_000;

/** Imports rows by the plain mapping, as the admin page does. Cells that a row does not name are empty; lines are from 2. */
export function importsOf(site: Enrolled) {
  const stage = async (rows: Cells[], asOf = '2026-11-01'): Promise<string> => {
    const start = { projectId: site.projectId, mapping: 'generic', asOf, columns: COLUMNS };
    const { importId } = await site.call<{ importId: string }>('import.start', start);
    const empty = Object.fromEntries(COLUMNS.map((column) => [column, '']));
    const all = rows.map((cells, place) => ({ line: place + 2, cells: { ...empty, ...cells } }));
    for (let from = 0; from < all.length; from += 500)
      await site.call('import.stage', { importId, rows: all.slice(from, from + 500) });
    return importId;
  };
  const check = (importId: string, more: object = {}) => site.call<DryRun>('import.dryRun', { importId, ...more });
  const apply = async (importId: string): Promise<Progress> => {
    await site.call('import.apply', { importId });
    await site.site.settle({ within: HOUR });
    return site.call('import.progress', { importId });
  };
  return {
    stage,
    check,
    apply,
    answer: (importId: string, answer: object) => site.call('import.answer', { importId, answer }),
    async run(rows: Cells[], asOf?: string): Promise<{ dryRun: DryRun; report: Progress }> {
      const importId = await stage(rows, asOf);
      const dryRun = await check(importId);
      return { dryRun, report: await apply(importId) };
    },
    async issues(type: string): Promise<Issue[]> {
      const { body } = await site.rest<{ issues: Issue[] }>('POST', '/rest/api/3/search/jql', {
        jql: `project = CLAIM AND issuetype = "${type}" ORDER BY key ASC`,
        fields: ['*all'],
        maxResults: 100,
      });
      return body.issues;
    },
  };
}

export type Imports = ReturnType<typeof importsOf>;
export const codes = ({ problems }: DryRun): string[] => problems.map(({ code }) => code);
export const said = ({ told }: Progress): string => told.map(({ message }) => message).join(' ');
