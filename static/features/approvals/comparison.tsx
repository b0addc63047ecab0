import Heading from '@atlaskit/heading';
import Select from '@atlaskit/select';
import { useId, useState } from 'react';
import type { Input } from '../../../src/contract/procedures';
import type { FieldWords } from '../../../src/words/approval';
import {
  ALIKE,
  CLOSE_COMPARISON,
  COMPARED_WITH,
  COMPARING,
  comparedWords,
  furtherChangesWords,
  NOT_COMPARED,
  sideWords,
} from '../../../src/words/comparison';
import { FIELD_WORDS } from '../../../src/words/statement-rows';
import { usePeople } from '../../shared/hooks/use-people';
import { useProcedure } from '../../shared/hooks/use-procedure';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { ColumnHeads, PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { fieldWords } from './content-table';

/** A version, or the draft as it is now. */
export type Side = number | 'draft';

interface Props {
  of: Input<'approval.takeBack'>;
  version: number;
  /** What it can be compared with, in their order; never empty. */
  others: readonly Side[];
  titles: ReadonlyMap<string, string>;
  fields?: FieldWords | undefined;
  onClose: () => void;
}

const isOlder = (one: Side, other: Side): boolean => one !== 'draft' && (other === 'draft' || one < other);

/** What differs between a version and another, or the draft, by row and field, whatever was approved: the older one first. */
export default function Comparison({ of, version, others, titles, fields, onClose }: Props) {
  const heading = useId();
  // At first what the version changed; of the first one, what changed since.
  const [other, setOther] = useState<Side>(others.findLast((one) => isOlder(one, version)) ?? others.at(-1) ?? version);
  const [from, to] = isOlder(other, version) ? [other, version] : [version, other];
  const { reading, retry } = useProcedure('approval.compare', { ...of, from, to });
  const options = others.map((value) => ({ value, label: sideWords(value) }));
  const people = usePeople(reading.state === 'loaded' ? Object.values(reading.data.people) : []);
  return (
    <section className={`${layout.card} ${layout.stack}`} aria-labelledby={heading}>
      <Heading size="xsmall" as="h3" id={heading}>
        {comparedWords(from, to)}
      </Heading>
      {others.length > 1 && (
        <Select
          aria-label={COMPARED_WITH}
          options={options}
          value={options.find(({ value }) => value === other) ?? null}
          onChange={(chosen) => chosen && setOther(chosen.value)}
        />
      )}
      <ReadView reading={reading} retry={retry} waiting={COMPARING} failed={NOT_COMPARED}>
        {({ changes, more, people: tokens }) =>
          changes.length === 0 ? (
            <p role="status">{ALIKE}</p>
          ) : (
            <>
              <PlainTable wide>
                <ColumnHeads words={['Row', 'Field', sideWords(from), sideWords(to)]} />
                <tbody>
                  {changes.map(({ key, field, before, after }) => (
                    <tr key={`${key} ${field}`}>
                      <th scope="row">{titles.get(key) ?? key}</th>
                      <td>{fields?.names[field] ?? FIELD_WORDS[field] ?? field}</td>
                      {[before, after].map((value, place) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: before and after.
                        <td key={place} className={texts.words}>
                          {(value !== null && fields?.value(field, value)) ||
                            fieldWords(field, value, (token) => people.get(tokens[token] ?? '')) ||
                            '–'}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </PlainTable>
              {more > 0 && <p className={texts.aside}>{furtherChangesWords(more)}</p>}
            </>
          )
        }
      </ReadView>
      <LinkButton onClick={onClose}>{CLOSE_COMPARISON}</LinkButton>
    </section>
  );
}
