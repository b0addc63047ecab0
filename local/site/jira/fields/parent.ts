import { type FieldKind, ValueError } from './kinds';

/** The issue above: stored as its id. */
export const parent: FieldKind = {
  type: 'issuelink',
  operations: ['set'],
  jql: 'exact',
  parse(input, { site }) {
    const named = typeof input === 'object' && input !== null ? (input as { id?: unknown; key?: unknown }) : {};
    const text = String(named.id ?? named.key ?? '');
    const found = site.store.issues.get(text) ?? site.store.issues.by('key', text.toUpperCase())[0];
    if (!found) throw new ValueError('Could not find valid id or key for the parent issue.');
    return found.id;
  },
  render(stored, { site }) {
    const issue = site.store.issues.get(String(stored));
    return issue ? { id: issue.id, key: issue.key, self: `${site.baseUrl}/rest/api/3/issue/${issue.id}` } : null;
  },
  describe: (stored, { site }) => ({ id: String(stored), text: site.store.issues.get(String(stored))?.key ?? '' }),
  terms: (stored, { site }) => [(site.store.issues.get(String(stored))?.key ?? '').toLowerCase(), `#${String(stored)}`],
};
