import { FIELDS, optionText } from '../domain/vocabulary/vocabulary';

const NOUNS: Readonly<Record<string, string>> = {
  field: 'Field',
  option: 'Option',
  'issue-type': 'Issue type',
  'link-type': 'Link type',
  status: 'Status',
};

const fieldName = (key: string): string => FIELDS.find((field) => field.key === key)?.name ?? key;

/** What Jira no longer has, by ref (`option:likelihood:4`), in words. */
export function goneWords(gone: Readonly<Record<string, number>>): string[] {
  return Object.keys(gone)
    .sort()
    .map((ref) => {
      const [kind = '', key = '', more = ''] = ref.split(':');
      const noun = NOUNS[kind] ?? kind;
      if (kind === 'field') return `${noun} “${fieldName(key)}”`;
      if (kind === 'option') return `${noun} “${optionText(key, more) ?? more}” of the field “${fieldName(key)}”`;
      return `${noun} “${(more || key).replaceAll('-', ' ')}”`;
    });
}
