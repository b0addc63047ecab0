/** Where the panel stands: the issue beside it and its project, as Jira names them. */
export interface PanelPlace {
  projectId: string;
  issueId: string;
}
