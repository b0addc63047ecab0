import { stillOpenWords, warningOfWords } from '../../../src/words/screens/statement/page';
import type { WARNING_WORDS } from '../../../src/words/statement-rows';
import { Approval } from '../approvals/approval';
import { Course } from '../approvals/course';
import { STATEMENT, type Statement, titlesOf } from './statement';

interface Props {
  statement: Statement;
  people: ReadonlyMap<string, string>;
  onDone: () => void;
}

/** How far the Statement has come, and what can be done with the whole of it. */
export function StatementCourse({ statement, people, onDone }: Props) {
  const { state, revision, open, rows } = statement;
  const openControls = new Set(open.map(({ key }) => key)).size;
  return (
    <Course
      of={STATEMENT}
      course={statement}
      people={people}
      blocked={openControls === 0 ? [] : [stillOpenWords(openControls)]}
      hint={warningWords(statement)}
      toSubmit={state === 'none' ? null : async () => revision}
      approval={(onDecided) => (
        <Approval
          {...STATEMENT}
          titles={titlesOf(statement)}
          changed={new Set(rows.flatMap(({ key, isChanged }) => (isChanged ? [key] : [])))}
          onDone={onDecided}
        />
      )}
      onDone={onDone}
    />
  );
}

/** Controls that a warning names. */
const NAMED = 3;

/** How many controls each warning is of; the first few by their numbers. */
function warningWords({ warnings, rows }: Statement): string {
  const codes = [...new Set(warnings.map(({ code }) => code))] as (keyof typeof WARNING_WORDS)[];
  return codes
    .map((code) => {
      const keys = warnings.filter((warning) => warning.code === code).map(({ key }) => key);
      const numbers = keys.slice(0, NAMED).map((key) => rows.find((row) => row.key === key)?.number ?? key);
      return warningOfWords(code, numbers, keys.length - numbers.length);
    })
    .join(' ');
}
