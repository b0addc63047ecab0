import { randomUUID } from 'node:crypto';
import type { Site } from '../site';
import {
  DEFAULT_ISSUE_TYPE_SCHEME,
  DEFAULT_ISSUE_TYPE_SCREEN_SCHEME,
  DEFAULT_WORKFLOW_SCHEME,
  simpleWorkflow,
} from './fresh-site';

export interface ProjectSchemes {
  readonly issueTypeSchemeId: string;
  readonly issueTypeScreenSchemeId: string;
  readonly workflowSchemeId: string;
}

export const DEFAULT_SCHEMES: ProjectSchemes = {
  issueTypeSchemeId: DEFAULT_ISSUE_TYPE_SCHEME,
  issueTypeScreenSchemeId: DEFAULT_ISSUE_TYPE_SCREEN_SCHEME,
  workflowSchemeId: DEFAULT_WORKFLOW_SCHEME,
};

/** Templates that make a team-managed project (`simplified`), and those that make a company-managed one. */
export const TEAM_MANAGED_TEMPLATES: readonly string[] = [
  'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban',
  'com.pyxis.greenhopper.jira:gh-simplified-agility-scrum',
];
export const COMPANY_MANAGED_TEMPLATES: readonly string[] = [
  'com.pyxis.greenhopper.jira:gh-simplified-basic',
  'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  'com.pyxis.greenhopper.jira:gh-simplified-scrum-classic',
  'com.atlassian.jira-core-project-templates:jira-core-simplified-project-management',
  'com.atlassian.jira-core-project-templates:jira-core-simplified-task-tracking',
  'com.atlassian.jira-core-project-templates:jira-core-simplified-process-control',
];

/** The schemes that a company-managed template creates for its project alone. */
export function schemesOfTemplate(site: Site, key: string): ProjectSchemes {
  const { store } = site;
  const standard = store.issueTypes
    .all()
    .filter((type) => type.projectId === null)
    .slice(0, 5);
  const issueTypeSchemeId = store.nextId('issueTypeScheme');
  store.issueTypeSchemes.put({
    id: issueTypeSchemeId,
    name: `${key}: Kanban Issue Type Scheme`,
    description: '',
    issueTypeIds: standard.map((type) => type.id),
    defaultIssueTypeId: standard[0]?.id ?? null,
    isDefault: false,
  });
  const screenId = store.nextId('screen');
  const fields = store.screens.get('1')?.tabs.flatMap((tab) => tab.fields) ?? [];
  store.screens.put({
    id: screenId,
    name: `${key}: Kanban Default Issue Screen`,
    description: '',
    tabs: [{ id: Number(store.nextId('tab')), name: 'Field Tab', fields }],
  });
  const screenSchemeId = store.nextId('screenScheme');
  store.screenSchemes.put({
    id: screenSchemeId,
    name: `${key}: Kanban Default Screen Scheme`,
    description: '',
    screens: { default: screenId },
  });
  const issueTypeScreenSchemeId = store.nextId('issueTypeScreenScheme');
  store.issueTypeScreenSchemes.put({
    id: issueTypeScreenSchemeId,
    name: `${key}: Kanban Issue Type Screen Scheme`,
    description: '',
    mappings: { default: screenSchemeId },
  });
  return { issueTypeSchemeId, issueTypeScreenSchemeId, workflowSchemeId: ownWorkflowScheme(site, key, null) };
}

/** What a team-managed project owns: issue types and a workflow of its own. Its schemes are not visible by REST. */
export function createTeamManagedParts(site: Site, key: string, projectId: string): ProjectSchemes {
  const { store } = site;
  for (const [name, hierarchyLevel] of [
    ['Task', 0],
    ['Epic', 1],
    ['Subtask', -1],
  ] as const) {
    store.issueTypes.put({
      id: store.nextId('issueType'),
      name,
      description: '',
      hierarchyLevel,
      avatarId: 10_318,
      projectId,
    });
  }
  return { ...DEFAULT_SCHEMES, workflowSchemeId: ownWorkflowScheme(site, key, projectId) };
}

function ownWorkflowScheme(site: Site, key: string, projectId: string | null): string {
  const { store } = site;
  const global = store.statuses
    .all()
    .filter((status) => status.projectId === null)
    .slice(0, 3);
  const statusIds =
    projectId === null
      ? global.map((status) => status.id)
      : global.map((status) => store.statuses.put({ ...status, id: store.nextId('status'), projectId }).id);
  const workflow = simpleWorkflow(site, {
    id: randomUUID(),
    name:
      projectId === null
        ? `Software Simplified Workflow for Project ${key}`
        : `Workflow of team-managed project ${key}`,
    statusIds,
    projectId,
    isEditable: true,
  });
  const id = store.nextId('workflowScheme');
  store.workflowSchemes.put({
    id,
    name: `${key}: Software Simplified Workflow Scheme`,
    description: '',
    defaultWorkflowId: workflow.id,
    workflowByIssueType: {},
    versionId: randomUUID(),
    versionNumber: 1,
  });
  return id;
}
