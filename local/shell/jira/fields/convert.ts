import { type Adf, wordsIn } from '../../adf/adf';
import { plainOf } from '../../core/moment';
import type { AllowedValue, FieldMeta } from '../jira';

/** What an editor holds: text, one id, or several ids. */
export type Draft = string | readonly string[];
export type Kind = 'text' | 'paragraph' | 'number' | 'date' | 'one' | 'many' | 'labels' | 'user';

const PARAGRAPHS = ['description', 'environment'];

/** How a field is edited here, or null when this shell does not offer it. */
export function kindOf({ schema, allowedValues }: FieldMeta): Kind | null {
  if (schema.system === 'issuelinks' || schema.system === 'parent' || schema.system === 'project') return null;
  if (PARAGRAPHS.includes(schema.system ?? '') || schema.custom?.endsWith(':textarea')) return 'paragraph';
  if (schema.type === 'array') {
    if (schema.items === 'string') return 'labels';
    return allowedValues ? 'many' : null;
  }
  if (schema.type === 'string') return 'text';
  if (schema.type === 'number') return 'number';
  if (schema.type === 'date') return 'date';
  if (schema.type === 'user') return 'user';
  return allowedValues ? 'one' : null;
}

export const labelOf = (allowed: AllowedValue): string => allowed.value ?? allowed.name ?? allowed.id;

/** The value of a field as Jira answers it, as an editor holds it. */
export function draftOf(kind: Kind, value: unknown): Draft {
  if (value === null || value === undefined) return kind === 'many' ? [] : '';
  switch (kind) {
    case 'many':
      return (value as AllowedValue[]).map(({ id }) => id);
    case 'labels':
      return (value as string[]).join(' ');
    case 'one':
      return (value as AllowedValue).id;
    case 'user':
      return (value as { accountId: string }).accountId;
    case 'paragraph':
      return textOf(value);
    default:
      return String(value);
  }
}

/** What an editor holds, as Jira takes it. */
export function jiraValueOf(kind: Kind, draft: Draft): unknown {
  if (typeof draft !== 'string') return draft.map((id) => ({ id }));
  if (kind === 'labels') return draft.split(/\s+/).filter(Boolean);
  if (draft === '') return null;
  if (kind === 'number') return Number(draft);
  if (kind === 'one') return { id: draft };
  if (kind === 'user') return { accountId: draft };
  return kind === 'paragraph' ? documentOf(draft) : draft;
}

/** The value of a field in words. */
export function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(wordsOf).join(', ') || '–';
  if (typeof value !== 'object') return plainOf(String(value));
  const named = value as { displayName?: string; value?: string; name?: string; type?: string };
  return named.displayName ?? named.value ?? named.name ?? (named.type === 'doc' ? textOf(value) : '…');
}

const textOf = (document: unknown): string => ((document as Adf).content ?? []).map(wordsIn).join('\n');

/** Plain text as a document, a paragraph for each line. */
export function documentOf(text: string): Adf {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { version: 1, type: 'doc', content };
}
