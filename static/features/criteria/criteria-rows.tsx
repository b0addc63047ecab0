import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { CriteriaRow } from '../../../src/contract/criteria';
import type { Output } from '../../../src/contract/procedures';
import { CRITERIA_FIELDS, changeRowWords, criteriaRowWords } from '../../../src/words/criteria';
import { PlainTable } from '../../shared/ui/plain-table';
import texts from '../../shared/ui/text.module.css';
import { RowForm } from './row-form';

type Row = Output<'criteria.read'>['rows'][number];

interface Props {
  rows: readonly Row[];
  mayWrite: boolean;
  /** The key of the row that is being changed, or null. */
  changing: string | null;
  onChange: (key: string | null) => void;
  isWriting: boolean;
  write: (row: CriteriaRow) => Promise<void>;
}

/** Rows of one part, each to be read, and to be changed in its place. */
export function CriteriaRows({ rows, mayWrite, changing, onChange, isWriting, write }: Props) {
  return (
    <PlainTable>
      <tbody>
        {rows.map(({ row, isChanged }) => (
          <tr key={row.key}>
            <th scope="row">
              {criteriaRowWords(row.key)}
              {isChanged && (
                <div>
                  <Lozenge appearance="inprogress">Changed</Lozenge>
                </div>
              )}
              {mayWrite && changing !== row.key && (
                <div>
                  <Button
                    spacing="compact"
                    aria-label={changeRowWords(criteriaRowWords(row.key))}
                    onClick={() => onChange(row.key)}
                  >
                    Change
                  </Button>
                </div>
              )}
            </th>
            <td>
              {changing === row.key ? (
                <RowForm row={row} isWriting={isWriting} write={write} onCancel={() => onChange(null)} />
              ) : (
                <Body body={row.body} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

function Body({ body }: { body: CriteriaRow['body'] }) {
  return Object.entries(body).map(([field, value]) => (
    <div key={field} className={texts.words}>
      {field !== 'words' && <strong>{CRITERIA_FIELDS.names[field]}: </strong>}
      {CRITERIA_FIELDS.value(field, value)}
    </div>
  ));
}
