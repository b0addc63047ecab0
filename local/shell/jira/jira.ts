import type { Adf } from '../adf/adf';

/** The parts of Jira's answers that the pages show. */
export interface Project {
  id: string;
  key: string;
  name: string;
  projectTypeKey: string;
  style: string;
  lead?: User;
}

export interface User {
  accountId: string;
  accountType: string;
  displayName: string;
}

export interface Status {
  id: string;
  name: string;
  statusCategory: { key: string };
}

export interface IssueType {
  id: string;
  name: string;
  subtask: boolean;
}

export interface Issue {
  id: string;
  key: string;
  fields: {
    summary: string;
    description?: Adf | null;
    status: Status;
    issuetype: IssueType;
    project: Project;
    assignee: User | null;
    reporter?: User | null;
    created?: string;
    updated?: string;
    issuelinks?: IssueLink[];
    watches?: { isWatching: boolean; watchCount: number };
    [fieldId: string]: unknown;
  };
}

export interface Attachment {
  id: string;
  filename: string;
  size: number;
  author: User;
  created: string;
}

export interface IssueLink {
  id: string;
  type: LinkType;
  inwardIssue?: LinkedIssue;
  outwardIssue?: LinkedIssue;
}

export interface LinkedIssue {
  key: string;
  fields: { summary: string; status: Status; issuetype: IssueType };
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
