import type { Operator } from '../operator';
import type { AccountIds } from './create-people';
import type { ProjectIds } from './create-projects';
import type { LinkName, SampleIssue, SampleValue } from './sample-issue';
import { WHAT_WAS_DONE } from './what-was-done';

const LINK_TYPES: Readonly<Record<LinkName, string>> = {
  concerns: 'AIMS concern',
  treats: 'AIMS treatment',
  corrects: 'AIMS correction',
  evidences: 'AIMS evidence',
};

interface FormField {
  fieldId: string;
  name: string;
  schema: { type: string; items?: string; custom?: string };
  allowedValues?: { id: string; value?: string }[];
}

/** Creates issues as a user does: fills the create form, links, then presses the buttons of the workflow. */
export class IssueWriter {
  /** Issue ids by short name. */
  readonly ids = new Map<string, string>();
  private readonly forms = new Map<string, Promise<Map<string, FormField>>>();

  constructor(
    private readonly operator: Operator,
    private readonly accounts: AccountIds,
    private readonly projects: ProjectIds,
    private readonly today: number,
  ) {}

  async create(issue: SampleIssue): Promise<void> {
    const { rest } = this.operator;
    const form = await this.form(issue);
    const said = WHAT_WAS_DONE[issue.ref];
    const given: Record<string, SampleValue> = {
      Summary: issue.summary,
      ...(said === undefined ? {} : { Description: said }),
      ...(issue.assignee ? { Assignee: { person: issue.assignee } } : {}),
      ...(issue.requirements ? { 'AIMS requirements': issue.requirements } : {}),
      ...issue.fields,
    };
    const fields: Record<string, unknown> = {
      project: { id: this.projects[issue.project] },
      issuetype: { name: issue.type },
    };
    for (const [name, value] of Object.entries(given)) {
      const field = form.get(name);
      if (!field) throw new Error(`The create form of ${issue.type} in ${issue.project} has no field "${name}".`);
      fields[field.fieldId] = this.value(field, value);
    }
    const { id } = await rest<{ id: string }>('POST', '/rest/api/3/issue', { fields });
    this.ids.set(issue.ref, id);
    for (const { link, to } of issue.links ?? []) {
      const body = { type: { name: LINK_TYPES[link] }, inwardIssue: { id }, outwardIssue: { id: this.idOf(to) } };
      await rest('POST', '/rest/api/3/issueLink', body);
    }
    for (const name of issue.path) await this.press(id, name, issue);
  }

  idOf(ref: string): string {
    const id = this.ids.get(ref);
    if (!id) throw new Error(`The sample issue "${ref}" does not exist, or not yet.`);
    return id;
  }

  private async press(id: string, name: string, issue: SampleIssue): Promise<void> {
    const path = `/rest/api/3/issue/${id}/transitions`;
    const { transitions } = await this.operator.rest<{ transitions: { id: string; name: string }[] }>('GET', path);
    const found = transitions.find((transition) => transition.name === name);
    if (!found)
      throw new Error(`"${issue.ref}" offers no "${name}", only ${transitions.map((one) => one.name).join(', ')}.`);
    await this.operator.rest('POST', path, { transition: { id: found.id } });
  }

  private form({ project, type }: SampleIssue): Promise<Map<string, FormField>> {
    const key = `${project} ${type}`;
    const known = this.forms.get(key) ?? this.readForm(this.projects[project], type);
    this.forms.set(key, known);
    return known;
  }

  private async readForm(projectId: string, type: string): Promise<Map<string, FormField>> {
    const { rest } = this.operator;
    const base = `/rest/api/3/issue/createmeta/${projectId}/issuetypes`;
    const { issueTypes } = await rest<{ issueTypes: { id: string; name: string }[] }>('GET', base);
    const id = issueTypes.find(({ name }) => name === type)?.id;
    if (!id) throw new Error(`The project ${projectId} has no issue type "${type}".`);
    const { fields } = await rest<{ fields: FormField[] }>('GET', `${base}/${id}?maxResults=200`);
    return new Map(fields.map((field) => [field.name, field]));
  }

  /** A value in the form that Jira's REST wants for the field. */
  private value(field: FormField, value: SampleValue): unknown {
    if (typeof value === 'string') {
      if (field.schema.type === 'option') return this.option(field, value);
      return field.fieldId === 'description' || field.schema.custom?.endsWith(':textarea') ? paragraph(value) : value;
    }
    if ('day' in value) return new Date(this.today + value.day * 86_400_000).toISOString().slice(0, 10);
    if ('person' in value) return { accountId: this.accounts.get(value.person) ?? '' };
    return value.map((entry) => this.option(field, entry));
  }

  /** Options are named by their text or, as a requirement is, by the number that leads it. */
  private option(field: FormField, text: string): { id: string } {
    const found = field.allowedValues?.find(({ value = '' }) => value === text || value.startsWith(`${text} `));
    if (!found) throw new Error(`The field "${field.name}" has no option "${text}".`);
    return { id: found.id };
  }
}

/** Jira's document format for one paragraph. */
const paragraph = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
