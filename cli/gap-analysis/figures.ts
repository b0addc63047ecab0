import type { ClaimCounts, DryRun } from '../operator';

export interface Figure {
  applicable: number;
  implemented: number;
  verified: number;
}

/** One requirement of the report; ids as in the standard. */
export interface RequirementReport {
  id: string;
  title: string;
  scopeLevel: 'organisation' | 'ai-system';
  state: string;
  counts: Record<string, number>;
  reasons: Record<string, number>;
}

export interface GapAnalysis {
  asOf: string;
  systems: { total: number; inScope: number; byStage: Record<string, number> };
  issues: number;
  requirements: RequirementReport[];
  totals: { organisation: Figure; systems: { due: number; implemented: number; verified: number } };
  /** Requirements of AI systems implemented by nothing but what a source declared and nobody has seen. */
  declaredOnly: number;
  /** All of them, uncut. */
  problems: { line: number; code: string; column: string; value: string }[];
  problemsByCause: Record<string, number>;
  /** By requirement, what the file says of the AI systems that it has in scope: each is in one of the five. */
  claims: Record<string, ClaimCounts>;
  /** Rows whose text about risks names none, so that no AI risk was made of it, with the texts. */
  noRisk: DryRun['noRisk'];
  /** What the file says beside an answer, such as a waiver. */
  notes: { line: number; claim: string; note: string }[];
  /** Milliseconds: of this machine (`wall`) and by the site's clock (`cloud`). */
  timings: { wall: number; cloud: number };
  /** Points of Jira's quota that the app spent. */
  points: number;
}
