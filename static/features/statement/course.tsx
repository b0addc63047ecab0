import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { NOTHING_CHANGED } from '../../../src/words/screens/nothing-done';
import { PERSON_NOT_NAMED } from '../../../src/words/screens/shared/common';
import {
  COURSE,
  READ_AND_APPROVE,
  returnedByWords,
  SUBMIT,
  stillOpenWords,
  submittedByWords,
  TAKE_BACK,
  validUntilWords,
  warningOfWords,
} from '../../../src/words/screens/statement/page';
import { approvedWords, STATEMENT_STATE_WORDS, type WARNING_WORDS } from '../../../src/words/statement';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import { Approval } from '../approvals/approval';
import type { Statement } from './statement';
import styles from './statement.module.css';

interface Props {
  statement: Statement;
  people: ReadonlyMap<string, string>;
  onDone: () => void;
}

const STATEMENT = { kind: 'statement', subject: 'organisation' } as const;

/** How far the Statement has come, and what can be done with the whole of it. */
export function Course({ statement, people, onDone }: Props) {
  const { state, inForce, returned, submitted, may, revision } = statement;
  const submit = useAction('approval.submit');
  const takeBack = useAction('approval.takeBack');
  const [approving, setApproving] = useState(false);
  const after = async (done: Promise<unknown>) => {
    if ((await done) !== null) onDone();
  };
  const failed = [submit.action, takeBack.action].find((action) => action.state === 'failed');
  const isOpen = statement.open.length > 0;
  return (
    <section className={layout.stack} aria-label={COURSE}>
      <p className={texts.aside}>
        {approvedWords(inForce)}
        {inForce?.validUntil && (
          <span className={inForce.lapsed ? texts.overdue : undefined}>
            {validUntilWords(inForce.validUntil, inForce.lapsed)}
          </span>
        )}
        {`. ${STATEMENT_STATE_WORDS[state]}`}
        {submitted && submittedByWords(nameOf(submitted.by, people))}
      </p>
      {returned && (
        <SectionMessage appearance="warning" title={returnedByWords(nameOf(returned.by, people))}>
          <p className={styles.words}>{returned.reason}</p>
        </SectionMessage>
      )}
      {may.manage && state !== 'submitted' && state !== 'none' && (
        <div className={styles.buttons}>
          <Button
            appearance={state === 'draft' ? 'primary' : 'default'}
            isDisabled={isOpen}
            isLoading={submit.action.state === 'working'}
            onClick={() => void after(submit.run({ ...STATEMENT, revision }))}
          >
            {SUBMIT}
          </Button>
          <span className={texts.aside}>{isOpen ? openWords(statement) : warningWords(statement)}</span>
        </div>
      )}
      {state === 'submitted' && (
        <div className={styles.buttons}>
          {may.approve && !approving && (
            <Button appearance="primary" onClick={() => setApproving(true)}>
              {READ_AND_APPROVE}
            </Button>
          )}
          {may.manage && (
            <Button isLoading={takeBack.action.state === 'working'} onClick={() => void after(takeBack.run(STATEMENT))}>
              {TAKE_BACK}
            </Button>
          )}
        </div>
      )}
      {failed?.state === 'failed' && <FailureBanner error={failed.error} title={NOTHING_CHANGED} />}
      {approving && state === 'submitted' && (
        <Approval
          {...STATEMENT}
          titles={new Map(statement.rows.map(({ key, number, title }) => [key, `${number} ${title}`]))}
          changed={new Set(statement.rows.flatMap(({ key, isChanged }) => (isChanged ? [key] : [])))}
          onDone={() => {
            setApproving(false);
            onDone();
          }}
        />
      )}
    </section>
  );
}

/** Controls that a warning names. */
const NAMED = 3;

export const nameOf = (accountId: string | null, people: ReadonlyMap<string, string>): string =>
  (accountId !== null && people.get(accountId)) || PERSON_NOT_NAMED;

function openWords({ open }: Statement): string {
  const keys = new Set(open.map(({ key }) => key));
  return stillOpenWords(keys.size);
}

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
