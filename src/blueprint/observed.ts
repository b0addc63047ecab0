import type { WorkTypeKey } from '../domain/vocabulary/field';
import type { ObservedContext, ObservedField } from '../jira/configuration/field';
import type { ObservedIssueType, ObservedScheme } from '../jira/configuration/issue-type';
import type { ObservedLinkType } from '../jira/configuration/link-type';
import type {
  NamedScreen,
  ObservedIssueTypeScreenScheme,
  ObservedScreenScheme,
  ObservedTab,
} from '../jira/configuration/screen';
import type { ObservedStatus, ObservedWorkflow } from '../jira/configuration/workflow';
import type { ObservedWorkflowScheme } from '../jira/configuration/workflow-scheme';
import type { Known } from './identity';

export interface ObservedFieldState extends ObservedField {
  contexts: ObservedContext[];
  /** Options of the context that the project's issues use, by text. */
  options: Map<string, string>;
}

export interface ObservedScreen extends NamedScreen {
  tabs: ObservedTab[];
  /** On all its tabs. */
  fieldIds: string[];
}

/** What the plan looks at: the site as it is, seen from one project, and what the app knows of it. */
export interface Observed {
  project: { id: string; key: string; teamManaged: boolean };
  known: Known;
  issueTypes: ObservedIssueType[];
  /** Issue type schemes that hold an issue type: its id -> projects that use them. */
  projectsOfType: ReadonlyMap<string, number>;
  statuses: ObservedStatus[];
  linkTypes: ObservedLinkType[];
  workflows: ObservedWorkflow[];
  /** By the wanted field's key: the field that the app knows, and all of the wanted name. */
  fields: Map<string, ObservedFieldState[]>;
  /** Names of all custom fields, for a free one. */
  fieldNames: readonly string[];
  screens: NamedScreen[];
  /** The app's screens with their fields, by work type. */
  ownScreens: Map<WorkTypeKey, ObservedScreen>;
  screenSchemes: ObservedScreenScheme[];
  issueTypeScreenScheme: ObservedIssueTypeScreenScheme;
  /** Screens that the project's other issue types use. */
  otherScreens: ObservedScreen[];
  issueTypeScheme: ObservedScheme & { issueTypeIds: string[]; defaultIssueTypeId: string | null };
  workflowScheme: ObservedWorkflowScheme;
  enrolled: boolean;
}

/** The parts of the site that a step can change; each can be looked at again alone. */
export type Part =
  | 'issue-types'
  | 'statuses'
  | 'link-types'
  | 'workflows'
  | 'fields'
  | 'screens'
  | 'screen-schemes'
  | 'issue-type-scheme'
  | 'workflow-scheme';
