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
  /** System cells implemented by nothing but what a source declared and nobody has seen. */
  declaredOnly: number;
  problems: { line: number; code: string; column: string; value: string }[];
  /** What the file says beside an answer, such as a waiver. */
  notes: { line: number; claim: string; note: string }[];
  /** Milliseconds: of this machine (`wall`) and by the site's clock (`cloud`). */
  timings: { wall: number; cloud: number };
  /** Points of Jira's quota that the app spent. */
  points: number;
}
