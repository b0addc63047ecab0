import type { ObservedContext, ObservedField } from '../jira/configuration/field';
import type { ObservedScheme } from '../jira/configuration/issue-type';
import type { ObservedLinkType } from '../jira/configuration/link-type';
import type { ObservedIssueTypeScreenScheme, ObservedScreenScheme } from '../jira/configuration/screen';
import type { ObservedWorkflow } from '../jira/configuration/workflow';
import type { ObservedWorkflowScheme } from '../jira/configuration/workflow-scheme';
import type { WorkTypeKey } from './wanted/work-types';

export interface ObservedFieldState extends ObservedField {
  contexts: ObservedContext[];
  /** Options of the context that holds the project, by text. */
  options: Map<string, string>;
}

export interface ObservedScreen {
  id: number;
  name: string;
  firstTab: number | null;
  fieldIds: string[];
}

/** What the plan looks at: the site as it is, seen from one project. */
export interface Observed {
  project: { id: string; key: string; teamManaged: boolean };
  issueTypes: { id: string; name: string; subtask: boolean }[];
  statuses: { id: string; name: string; category: string }[];
  linkTypes: ObservedLinkType[];
  workflows: ObservedWorkflow[];
  /** Existing fields by the wanted field's key; several fields of one name are all here. */
  fields: Map<string, ObservedFieldState[]>;
  /** The app's screens, by work type. */
  screens: Map<WorkTypeKey, ObservedScreen>;
  screenSchemes: ObservedScreenScheme[];
  issueTypeScreenScheme: ObservedIssueTypeScreenScheme;
  /** Screens that the project's other issue types use. */
  otherScreens: ObservedScreen[];
  issueTypeScheme: ObservedScheme & { issueTypeIds: string[]; defaultIssueTypeId: string | null };
  workflowScheme: ObservedWorkflowScheme;
  enrolled: boolean;
}

/** Names that the app gives to what it creates for one project or one work type. */
export const named = {
  screen: (workType: string) => `AIMS ${workType} screen`,
  screenScheme: (workType: string) => `AIMS ${workType} screens`,
  copy: (projectKey: string, kind: string) => `AIMS ${projectKey} ${kind}`,
} as const;
