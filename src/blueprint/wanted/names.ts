/** Names that the app gives to what it makes for one project or one work type. */
export const named = {
  context: (field: string) => `AIMS ${field}`,
  screen: (workType: string) => `AIMS ${workType} screen`,
  screenScheme: (workType: string) => `AIMS ${workType} screens`,
  copy: (projectKey: string, kind: 'workflow-scheme' | 'issue-type-scheme' | 'issue-type-screen-scheme') =>
    `AIMS ${projectKey} ${kind.replaceAll('-', ' ')}`,
} as const;
