import type { Document } from '../../documents/table';

/** Entities as they are stored. Ids are Jira's: decimal strings, except users, groups and workflows. Instants are epoch milliseconds. */

export interface User extends Document {
  readonly displayName: string;
  readonly emailAddress: string;
  readonly active: boolean;
  /** `customer`: uses a help centre only; no product is open to him. */
  readonly accountType: 'atlassian' | 'app' | 'customer';
}

export interface Group extends Document {
  readonly name: string;
  readonly members: readonly string[];
}

/** Who holds a global permission; the id is the permission's key. */
export interface GlobalGrant extends Document {
  readonly groups: readonly string[];
  /** True when everybody who is logged in holds it. */
  readonly everyone: boolean;
}

export interface PermissionGrant {
  readonly id: number;
  readonly permission: string;
  readonly holder: { readonly type: string; readonly parameter?: string };
}

export interface PermissionScheme extends Document {
  readonly name: string;
  readonly description: string;
  readonly grants: readonly PermissionGrant[];
}

export interface Role extends Document {
  readonly name: string;
  readonly description: string;
}

export interface RoleActors {
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

export interface Project extends Document {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly style: 'classic' | 'next-gen';
  readonly projectTypeKey: 'software' | 'business' | 'service_desk';
  readonly leadAccountId: string;
  readonly assigneeType: 'PROJECT_LEAD' | 'UNASSIGNED';
  readonly url: string;
  readonly archivedAt: number | null;
  readonly deletedAt: number | null;
  readonly permissionSchemeId: string;
  /** Absent when its issues have no security levels. */
  readonly securitySchemeId?: string;
  readonly issueTypeSchemeId: string;
  readonly issueTypeScreenSchemeId: string;
  readonly workflowSchemeId: string;
  readonly issueCounter: number;
  readonly actors: Readonly<Record<string, RoleActors>>;
}

export interface IssueType extends Document {
  readonly name: string;
  readonly description: string;
  readonly hierarchyLevel: number;
  readonly avatarId: number;
  /** The team-managed project that owns it, or null for a global type. */
  readonly projectId: string | null;
}

export interface IssueTypeScheme extends Document {
  readonly name: string;
  readonly description: string;
  readonly issueTypeIds: readonly string[];
  readonly defaultIssueTypeId: string | null;
  readonly isDefault: boolean;
}

export interface CustomField extends Document {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly searcherKey: string | null;
  readonly trashed: boolean;
}

export interface FieldOption {
  readonly id: string;
  readonly value: string;
  readonly disabled: boolean;
}

export interface FieldContext extends Document {
  readonly fieldId: string;
  readonly name: string;
  readonly description: string;
  /** Empty: every project. */
  readonly projectIds: readonly string[];
  /** Empty: every issue type. */
  readonly issueTypeIds: readonly string[];
  readonly options: readonly FieldOption[];
}

export interface ScreenTab {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly string[];
}

export interface Screen extends Document {
  readonly name: string;
  readonly description: string;
  readonly tabs: readonly ScreenTab[];
}

export type ScreenOperation = 'create' | 'edit' | 'view';

export interface ScreenScheme extends Document {
  readonly name: string;
  readonly description: string;
  readonly screens: { readonly default: string } & Readonly<Partial<Record<ScreenOperation, string>>>;
}

export interface IssueTypeScreenScheme extends Document {
  readonly name: string;
  readonly description: string;
  /** Screen scheme by issue type id, and under `default`. */
  readonly mappings: Readonly<Record<string, string>>;
}

export type StatusCategory = 'TODO' | 'IN_PROGRESS' | 'DONE';

export interface Status extends Document {
  readonly name: string;
  readonly description: string;
  readonly category: StatusCategory;
  readonly projectId: string | null;
}

export interface Rule {
  readonly id: string;
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ConditionGroup {
  readonly operation: 'ALL' | 'ANY';
  readonly conditions: readonly Rule[];
  readonly conditionGroups: readonly ConditionGroup[];
}

export interface Transition {
  readonly id: string;
  readonly type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  readonly name: string;
  readonly description: string;
  readonly toStatusId: string;
  readonly links: readonly { readonly fromStatusId: string; readonly fromPort?: number; readonly toPort?: number }[];
  readonly conditions: ConditionGroup | null;
  readonly validators: readonly Rule[];
  readonly actions: readonly Rule[];
  readonly transitionScreen: Rule | null;
  readonly properties: Readonly<Record<string, string>>;
}

export interface WorkflowStatus {
  readonly statusId: string;
  readonly layout: { readonly x: number; readonly y: number } | null;
  readonly properties: Readonly<Record<string, string>>;
}

export interface Workflow extends Document {
  readonly name: string;
  readonly description: string;
  readonly projectId: string | null;
  readonly isEditable: boolean;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly created: number;
  readonly updated: number;
  readonly statuses: readonly WorkflowStatus[];
  readonly transitions: readonly Transition[];
}

export interface WorkflowScheme extends Document {
  readonly name: string;
  readonly description: string;
  readonly defaultWorkflowId: string;
  readonly workflowByIssueType: Readonly<Record<string, string>>;
  readonly versionId: string;
  readonly versionNumber: number;
}

export interface Issue extends Document {
  readonly key: string;
  /** The keys that it had in other projects, which go on finding it; absent when it never moved. */
  readonly formerKeys?: readonly string[];
  readonly number: number;
  readonly projectId: string;
  readonly typeId: string;
  readonly statusId: string;
  readonly creator: string;
  readonly created: number;
  readonly updated: number;
  readonly statusChanged: number;
  readonly resolved: number | null;
  /** Stored values by field id (`summary`, `customfield_10050`…), in the form of the field's kind. Absent means empty. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface ChangeItem {
  readonly field: string;
  readonly fieldId: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface Change extends Document {
  readonly issueId: string;
  readonly author: string;
  readonly created: number;
  readonly items: readonly ChangeItem[];
}

export interface LinkType extends Document {
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

/** `sourceId` reads the outward text towards `destinationId`: source "treats" destination. */
export interface Link extends Document {
  readonly typeId: string;
  readonly sourceId: string;
  readonly destinationId: string;
}

export interface Comment extends Document {
  readonly issueId: string;
  readonly author: string;
  readonly created: number;
  readonly updated: number;
  readonly body: unknown;
}

/** A property of an issue, project, issue type, user, dashboard item or the app; the id is `owner/key`, the owner `kind:id`. */
export interface Property extends Document {
  readonly owner: string;
  readonly key: string;
  readonly value: unknown;
}

/** A resolution or a priority. */
export interface NamedValue extends Document {
  readonly name: string;
  readonly description: string;
}

/**
 * Whom a dashboard is shared with: everybody, all who are logged in, the group or person of that id, or who may browse the
 * project of that id; with `roleId` only those who have that role there.
 */
export interface SharePermission {
  readonly id: number;
  readonly type: 'global' | 'authenticated' | 'group' | 'user' | 'project';
  readonly holder: string;
  readonly roleId?: string;
}

export type Gadget = Readonly<
  Record<'id' | 'row' | 'column', number> & Record<'title' | 'moduleKey' | 'color', string>
>;

export interface Dashboard extends Document {
  readonly name: string;
  readonly ownerId: string;
  readonly sharePermissions: readonly SharePermission[];
  readonly editPermissions: readonly SharePermission[];
  readonly gadgets: readonly Gadget[];
}
