import Lozenge from '@atlaskit/lozenge';
import type { FieldWords } from '../../../src/words/approval';
import { PERSON_NOT_NAMED } from '../../../src/words/screens/shared/common';
import { CONDITION_WORDS, FIELD_WORDS, REASON_KIND_WORDS } from '../../../src/words/statement-rows';
import { usePeople } from '../../shared/hooks/use-people';
import { PlainTable } from '../../shared/ui/plain-table';
import texts from '../../shared/ui/text.module.css';

interface Props {
  rows: readonly { key: string; body: Readonly<Record<string, unknown>> }[];
  /** What rows are called, by key; a row without a title stands by its key. */
  titles: ReadonlyMap<string, string>;
  /** Account ids behind the tokens that the content has for people. */
  people: Readonly<Record<string, string>>;
  /** Keys of rows that are not as the version in force has them. */
  changed: ReadonlySet<string>;
  /** What fields are called and say, where the kind has words of its own. */
  fields?: FieldWords | undefined;
}

/** A content as it counts, row by row and field by field, with every word of it. */
export function ContentTable({ rows, titles, people, changed, fields }: Props) {
  const names = usePeople(Object.values(people));
  const places = new Map([...titles.keys()].map((key, place) => [key, place]));
  const placeOf = (key: string) => places.get(key) ?? places.size;
  const inOrder = [...rows].sort((a, b) => placeOf(a.key) - placeOf(b.key));
  return (
    <PlainTable>
      <tbody>
        {inOrder.map(({ key, body }) => (
          <tr key={key}>
            <th scope="row">
              {titles.get(key) ?? key}
              {changed.has(key) && (
                <div>
                  <Lozenge appearance="inprogress">Changed</Lozenge>
                </div>
              )}
            </th>
            <td>
              {Object.entries(body).map(([field, value]) => {
                const words =
                  fields?.value(field, value) ?? fieldWords(field, value, (token) => names.get(people[token] ?? ''));
                return words === '' ? null : (
                  <div key={field} className={texts.words}>
                    <strong>{fields?.names[field] ?? FIELD_WORDS[field] ?? field}:</strong> {words}
                  </div>
                );
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

/** One field in words; what nobody has words for stands as its JSON, never left out. Empty where there is nothing in it. */
export function fieldWords(field: string, value: unknown, nameOf: (token: string) => string | undefined): string {
  if (value === null || value === undefined || value === '') return '';
  if (field === 'applicable') return value === true ? 'yes' : 'no';
  if (field === 'appliesWhen')
    return (CONDITION_WORDS as Readonly<Record<string, string>>)[String(value)] ?? String(value);
  if (field === 'responsible') return nameOf(String(value)) ?? PERSON_NOT_NAMED;
  if (field === 'reasons' && Array.isArray(value)) return value.map(reasonWords).join('\n');
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function reasonWords({ kind, text, links }: { kind: string; text: string; links: readonly string[] }): string {
  const word = (REASON_KIND_WORDS as Readonly<Record<string, string>>)[kind] ?? kind;
  const rests = links.length > 0 ? ` (${links.length} linked)` : '';
  return `${word}: ${text}${rests}`;
}
