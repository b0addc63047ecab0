import Heading from '@atlaskit/heading';
import {
  ALIKE,
  CLOSE_COMPARISON,
  comparedWords,
  furtherChangesWords,
  NOT_COMPARED,
} from '../../../src/words/screens/statement/versions';
import { FIELD_WORDS } from '../../../src/words/statement-rows';
import { usePeople } from '../../shared/hooks/use-people';
import { useProcedure } from '../../shared/hooks/use-procedure';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { ColumnHeads, PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { fieldWords } from '../approvals/content-table';
import type { Statement } from './statement';

interface Props {
  statement: Statement;
  /** The version that is compared with what stands now. */
  from: number;
  onClose: () => void;
}

/** What differs, by control and field: between a version and the draft, or the newest version for who sees no draft. */
export function Comparison({ statement, from, onClose }: Props) {
  const seesDraft = statement.may.manage || statement.may.approve;
  const to = seesDraft ? 'draft' : (statement.inForce?.version ?? from);
  const { reading, retry } = useProcedure('statement.compare', { from, to });
  const people = usePeople(reading.state === 'loaded' ? Object.values(reading.data.people) : []);
  const titles = new Map(statement.rows.map(({ key, number }) => [key, number]));
  return (
    <section className={`${layout.card} ${layout.stack}`} aria-labelledby="comparison">
      <Heading size="xsmall" as="h3" id="comparison">
        {comparedWords(from, to)}
      </Heading>
      <ReadView reading={reading} retry={retry} waiting="Comparing" failed={NOT_COMPARED}>
        {({ changes, more, people: tokens }) =>
          changes.length === 0 ? (
            <p role="status">{ALIKE}</p>
          ) : (
            <>
              <PlainTable wide>
                <ColumnHeads
                  words={['Control', 'Field', `Version ${from}`, to === 'draft' ? 'Draft' : `Version ${to}`]}
                />
                <tbody>
                  {changes.map(({ key, field, before, after }) => (
                    <tr key={`${key} ${field}`}>
                      <th scope="row">{titles.get(key) ?? key}</th>
                      <td>{FIELD_WORDS[field] ?? field}</td>
                      {[before, after].map((value, place) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: before and after.
                        <td key={place} className={texts.words}>
                          {fieldWords(field, value, (token) => people.get(tokens[token] ?? '')) || '–'}
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
