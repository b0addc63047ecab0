/** The parts of Jira's answers that the pages show. */
export interface Project {
  id: string;
  key: string;
  name: string;
  projectTypeKey: string;
  style: string;
}

export interface User {
  accountId: string;
  accountType: string;
  displayName: string;
}

export interface Status {
  name: string;
  statusCategory: { key: string };
}

export interface Issue {
  id: string;
  key: string;
  fields: {
    summary: string;
    status: Status;
    issuetype: { id: string; name: string };
    project: Project;
    assignee: User | null;
    issuelinks?: IssueLink[];
    [fieldId: string]: unknown;
  };
}

export interface IssueLink {
  id: string;
  type: LinkType;
  inwardIssue?: LinkedIssue;
  outwardIssue?: LinkedIssue;
}

export interface LinkedIssue {
  key: string;
  fields: { summary: string; status: Status };
}

export interface LinkType {
  id: string;
  name: string;
  inward: string;
  outward: string;
}

export interface Transition {
  id: string;
  name: string;
  to: Status;
  hasScreen: boolean;
  fields: Record<string, FieldMeta>;
}

export interface FieldMeta {
  key: string;
  name: string;
  required: boolean;
  hasDefaultValue?: boolean;
  schema: { type: string; items?: string; system?: string; custom?: string };
  allowedValues?: AllowedValue[];
}

export interface AllowedValue {
  id: string;
  name?: string;
  value?: string;
}

const SHADES: Readonly<Record<string, 'default' | 'inprogress' | 'success'>> = {
  new: 'default',
  indeterminate: 'inprogress',
  done: 'success',
};

export const shadeOf = (status: Status): 'default' | 'inprogress' | 'success' =>
  SHADES[status.statusCategory.key] ?? 'default';
