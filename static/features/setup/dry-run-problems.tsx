import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { PROBLEM_MEANINGS } from '../../../src/words/inventory';
import { countWords } from '../../../src/words/numbers';
import { ABOUT_PROBLEMS, listedWords, PROBLEMS_NOT_SHOWN } from '../../../src/words/screens/setup/dry-run';
import { useProcedure } from '../../shared/hooks/use-procedure';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type Report = Output<'import.dryRun'>;

const ROWS_PER_PAGE = 20;
const HEAD = {
  cells: [
    { key: 'line', content: 'Line', isSortable: true, width: 10 },
    { key: 'code', content: 'Problem', isSortable: true, width: 30 },
    { key: 'column', content: 'Column', isSortable: true, width: 25 },
    { key: 'value', content: 'Value', width: 35 },
  ],
};

const plain = (word: string): string => word.replaceAll('-', ' ');

/** Every problem with its cause; an answer lists 1,000, the next are asked for. */
export function Problems({ importId, report }: { importId: string; report: Report }) {
  const [from, setFrom] = useState(0);
  const { reading } = useProcedure(
    'import.dryRun',
    { importId, problemsFrom: from },
    {
      enabled: from > 0,
      keep: true,
    },
  );
  if (report.problemCount === 0) return null;
  const page = from === 0 ? report.problems : reading.state === 'loaded' ? reading.data.problems : [];
  const size = report.problems.length;
  const more = report.problemCount - size;
  const causes = Object.entries(report.problemsByCause).sort(([, a], [, b]) => b - a);
  return (
    <section className={styles.importPart}>
      <Heading size="xsmall" as="h3">
        Problems
      </Heading>
      <p className={texts.aside}>{ABOUT_PROBLEMS}</p>
      <p>{causes.map(([code, count]) => `${countWords(count)} ${plain(code)}`).join(', ')}</p>
      {more > 0 && <p>{listedWords(from + 1, Math.min(from + size, report.problemCount), report.problemCount)}</p>}
      <DynamicTable
        key={from}
        label="Problems"
        head={HEAD}
        rowsPerPage={ROWS_PER_PAGE}
        isLoading={from > 0 && (reading.state === 'loading' || (reading.state === 'loaded' && reading.refreshing))}
        {...(reading.state === 'failed' && {
          emptyView: (
            <p>
              {PROBLEMS_NOT_SHOWN}: {reading.error.message}
            </p>
          ),
        })}
        rows={page.map(({ line, code, column, value }, index) => ({
          key: String(index),
          cells: [
            { key: line, content: line > 0 ? line : '' },
            { key: code, content: <Problem code={code} /> },
            { key: column, content: column },
            { key: value, content: value },
          ],
        }))}
      />
      {more > 0 && (
        <div className={styles.buttons}>
          <Button isDisabled={from === 0} onClick={() => setFrom(Math.max(0, from - size))}>
            Previous {countWords(size)}
          </Button>
          <Button isDisabled={from + size >= report.problemCount} onClick={() => setFrom(from + size)}>
            Next {countWords(size)}
          </Button>
        </div>
      )}
    </section>
  );
}

function Problem({ code }: { code: string }) {
  return (
    <>
      {plain(code)}
      {PROBLEM_MEANINGS[code] !== undefined && <div className={texts.aside}>{PROBLEM_MEANINGS[code]}</div>}
    </>
  );
}
