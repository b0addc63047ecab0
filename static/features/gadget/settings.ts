/** What a gadget shows; Jira keeps it with the dashboard. */
export interface Settings {
  /** A project's id, or null for the whole organisation. */
  projectId: string | null;
  showTrend: boolean;
  showLookHere: boolean;
}

/** Whatever a dashboard holds: a gadget that nobody has configured shows the organisation with everything. */
export function settingsFrom(stored: unknown): Settings {
  const found = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const { projectId, showTrend, showLookHere } = found;
  return {
    projectId: typeof projectId === 'string' && /^\d+$/.test(projectId) ? projectId : null,
    showTrend: showTrend !== false,
    showLookHere: showLookHere !== false,
  };
}
