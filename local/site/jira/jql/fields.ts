import { allFields, type FieldDefinition, fieldById, valueContextOf } from '../fields/registry';
import { watchersOf } from '../issues/watching';
import type { Issue, Status } from '../model/entities';
import type { Store } from '../model/store';
import { browseFilter, hasProject } from '../permissions/access';
import { levelIdOf, SECURITY } from '../permissions/security';
import { renderCategory } from '../render';
import { dateOf, issueNamed, missing, userId } from './literals';
import { type Field, JqlError } from './parse';
import { propertyField } from './properties';
import type { JqlField, Scene, Term } from './scene';

/** The fields that a name in JQL stands for: several when custom fields share a name. Throws when there is none. */
export function resolveField(scene: Scene, field: Field): JqlField[] {
  const name = field.value.toLowerCase();
  const property = propertyField(scene, field);
  if (property) return [property];
  const own = OWN[name];
  if (own) return [own(scene)];
  const bare = name.replace(/\[[a-z ()]+\]$/, '');
  const matching = allFields(scene.site).filter(
    (one) =>
      one.kind &&
      (one.clauseNames.some((clause) => clause.toLowerCase() === name) ||
        (one.custom && one.name.toLowerCase() === bare)),
  );
  if (matching.length === 0)
    throw new JqlError(`Field '${field.value}' does not exist or you do not have permission to view it.`);
  return matching.map((one) => valueField(scene, one));
}

const first = (terms: readonly Term[]): Term | null => terms[0] ?? null;

/** A field whose values an issue stores. */
function valueField(scene: Scene, field: FieldDefinition): JqlField {
  const { site } = scene;
  const kind = field.kind;
  if (!kind) throw new Error(`Field ${field.id} stores no values.`);
  const terms = (issue: Issue): readonly Term[] => {
    const stored = field.id === SECURITY ? levelIdOf(site, issue) : issue.values[field.id];
    const valueContext = stored === undefined ? undefined : valueContextOf(site, field, issue);
    return valueContext ? kind.terms(stored, valueContext) : [];
  };
  return {
    name: field.name,
    kind: kind.jql,
    terms,
    resolve: (text) => literal(scene, field, text),
    sort:
      field.id === 'priority'
        ? (issue) => (typeof issue.values.priority === 'string' ? Number(issue.values.priority) : null)
        : (issue) => first(terms(issue)),
    ...(kind.type === 'date' ? { whole: true as const } : {}),
  };
}

function literal(scene: Scene, field: FieldDefinition, text: string): readonly Term[] {
  const kind = field.kind?.jql;
  if (kind === 'date') return [dateOf(scene, text, field.name)];
  if (kind === 'number') {
    if (!Number.isFinite(Number(text)))
      throw new JqlError(`The value '${text}' for the field '${field.name}' is not a number.`);
    return [Number(text)];
  }
  if (kind === 'user') return [userId(scene, text, field.name)];
  if (field.id === 'parent') return [`#${issueNamed(scene, text, 'parent').id}`];
  if (field.kind?.allowedValues) return optionTerms(scene, field, text);
  return [text.toLowerCase()];
}

function namedOf(store: Store, fieldId: string): readonly { id: string; name: string }[] {
  if (fieldId === SECURITY) return store.securitySchemes.all().flatMap(({ levels }) => levels);
  return (fieldId === 'priority' ? store.priorities : store.resolutions).all();
}

/** A value of a select, priority, resolution or security field: by text, or by id when the literal is a number. */
function optionTerms(scene: Scene, field: FieldDefinition, text: string): readonly Term[] {
  const { store } = scene.site;
  const wanted = text.toLowerCase();
  const values = field.custom
    ? store.contexts
        .by('field', field.id)
        .flatMap((context) => context.options.map((option) => ({ id: option.id, name: option.value })))
    : namedOf(store, field.id);
  const found = values.filter((value) => value.name.toLowerCase() === wanted || value.id === text);
  if (found.length === 0) throw missing(text, field.name);
  return found.map((value) => `#${value.id}`);
}

const dateField =
  (name: string, read: (issue: Issue) => number | null) =>
  (scene: Scene): JqlField => {
    const terms = (issue: Issue) => [read(issue)].filter((value) => value !== null);
    return {
      name,
      kind: 'date',
      terms,
      resolve: (text) => [dateOf(scene, text, name, scene.site.timeZone)],
      sort: read,
    };
  };

const issueField =
  (name: string) =>
  (scene: Scene): JqlField => ({
    name,
    kind: 'number',
    terms: (issue) => [Number(issue.id)],
    resolve: (text) => [Number(issueNamed(scene, text, name).id)],
    sort: (issue) => Number(issue.id),
  });

function textField(name: string, ids: readonly string[] | 'all'): (scene: Scene) => JqlField {
  return ({ site }) => {
    const fields =
      ids === 'all'
        ? allFields(site).filter((field) => field.kind?.jql === 'text')
        : ids.map((id) => fieldById(site, id)).filter((field) => field !== undefined);
    const terms = (issue: Issue) =>
      fields.flatMap((field) => {
        const valueContext = issue.values[field.id] === undefined ? undefined : valueContextOf(site, field, issue);
        return field.kind && valueContext ? [...field.kind.terms(issue.values[field.id], valueContext)] : [];
      });
    return { name, kind: 'text', terms, resolve: (text) => [text.toLowerCase()], sort: (issue) => first(terms(issue)) };
  };
}

function projectField(scene: Scene): JqlField {
  const { site, actor } = scene;
  return {
    name: 'project',
    kind: 'exact',
    terms: (issue) => [`#${issue.projectId}`],
    resolve(text) {
      const wanted = text.toLowerCase();
      const project = site.store.projects.find(
        (one) => one.id === text || one.key.toLowerCase() === wanted || one.name.toLowerCase() === wanted,
      );
      if (
        !project ||
        (!hasProject(site, actor, 'BROWSE_PROJECTS', project) &&
          !site.store.issues.by('project', project.id).some(browseFilter(site, actor)))
      )
        throw missing(text, 'project');
      return [`#${project.id}`];
    },
    sort: (issue) => site.store.projects.get(issue.projectId)?.key ?? null,
  };
}

function typeField({ site }: Scene): JqlField {
  return {
    name: 'issuetype',
    kind: 'exact',
    terms: (issue) => [`#${issue.typeId}`],
    resolve(text) {
      const found = site.store.issueTypes
        .all()
        .filter((type) => type.id === text || type.name.toLowerCase() === text.toLowerCase());
      if (found.length === 0) throw missing(text, 'issuetype');
      return found.map((type) => `#${type.id}`);
    },
    sort: (issue) => site.store.issueTypes.get(issue.typeId)?.name.toLowerCase() ?? null,
  };
}

const STATUS_ORDER = { TODO: 1, IN_PROGRESS: 2, DONE: 3 };

function statusField({ site }: Scene): JqlField {
  return {
    name: 'status',
    kind: 'exact',
    terms: (issue) => [`#${issue.statusId}`],
    resolve(text) {
      const found = site.store.statuses
        .all()
        .filter((status) => status.id === text || status.name.toLowerCase() === text.toLowerCase());
      if (found.length === 0) throw missing(text, 'status');
      return found.map((status) => `#${status.id}`);
    },
    sort: (issue) => STATUS_ORDER[site.store.statuses.get(issue.statusId)?.category ?? 'TODO'],
  };
}

function categoryField({ site }: Scene): JqlField {
  const of = (status: Status | undefined) => {
    const category = status && renderCategory(site, status.category);
    return category ? [String(category.name).toLowerCase(), String(category.key), String(category.id)] : [];
  };
  const all = site.store.statuses.all().flatMap(of);
  return {
    name: 'statusCategory',
    kind: 'exact',
    terms: (issue) => of(site.store.statuses.get(issue.statusId)),
    resolve(text) {
      if (!all.includes(text.toLowerCase())) throw missing(text, 'statusCategory');
      return [text.toLowerCase()];
    },
    sort: (issue) => STATUS_ORDER[site.store.statuses.get(issue.statusId)?.category ?? 'TODO'],
  };
}

function linkTypeField({ site }: Scene): JqlField {
  const words = (issue: Issue): string[] =>
    site.store.links.by('issue', issue.id).flatMap((link) => {
      const type = site.store.linkTypes.get(link.typeId);
      if (!type) return [];
      return [type.name.toLowerCase(), (link.sourceId === issue.id ? type.outward : type.inward).toLowerCase()];
    });
  return {
    name: 'issueLinkType',
    kind: 'exact',
    terms: words,
    resolve(text) {
      const wanted = text.toLowerCase();
      if (
        !site.store.linkTypes.find((type) =>
          [type.name, type.inward, type.outward].some((word) => word.toLowerCase() === wanted),
        )
      )
        throw missing(text, 'issueLinkType');
      return [wanted];
    },
    sort: () => null,
  };
}

const creatorField = (scene: Scene): JqlField => ({
  name: 'creator',
  kind: 'user',
  terms: (issue) => [issue.creator.toLowerCase()],
  resolve: (text) => [userId(scene, text, 'creator')],
  sort: (issue) => issue.creator,
});

const watcherField = (scene: Scene): JqlField => ({
  name: 'watcher',
  kind: 'user',
  terms: (issue) => watchersOf(scene.site, issue).map((id) => id.toLowerCase()),
  resolve: (text) => [userId(scene, text, 'watcher')],
  sort: () => null,
});

/** The fields that are not stored values, by lower-case name. */
const OWN: Readonly<Record<string, (scene: Scene) => JqlField>> = {
  project: projectField,
  key: issueField('key'),
  issuekey: issueField('issuekey'),
  issue: issueField('issue'),
  id: issueField('id'),
  issuetype: typeField,
  type: typeField,
  workitemtype: typeField,
  status: statusField,
  statuscategory: categoryField,
  creator: creatorField,
  watcher: watcherField,
  watchers: watcherField,
  issuelinktype: linkTypeField,
  created: dateField('created', (issue) => issue.created),
  createddate: dateField('created', (issue) => issue.created),
  updated: dateField('updated', (issue) => issue.updated),
  updateddate: dateField('updated', (issue) => issue.updated),
  resolved: dateField('resolved', (issue) => issue.resolved),
  resolutiondate: dateField('resolutiondate', (issue) => issue.resolved),
  statuscategorychangeddate: dateField('statusCategoryChangedDate', (issue) => issue.statusChanged),
  text: textField('text', 'all'),
};
