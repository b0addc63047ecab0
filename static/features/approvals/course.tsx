import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { type ReactNode, useState } from 'react';
import type { Input } from '../../../src/contract/procedures';
import {
  COURSE_WORDS,
  HOW_FAR,
  inForceWords,
  READ_AND_APPROVE,
  returnedByWords,
  SUBMIT,
  submittedByWords,
  TAKE_BACK,
} from '../../../src/words/approval';
import { NOTHING_CHANGED } from '../../../src/words/screens/nothing-done';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import styles from './approvals.module.css';
import { type CourseView, nameOf } from './course-view';

export interface CourseProps {
  of: Input<'approval.takeBack'>;
  course: CourseView;
  people: ReadonlyMap<string, string>;
  /** What is open before it can be submitted, in words. */
  blocked: readonly string[];
  /** What is worth a look and keeps nothing back; beside the button while nothing blocks it. */
  hint?: string;
  /** Answers the revision to submit, or null where writing it first failed; null while there is nothing to submit. */
  toSubmit: (() => Promise<number | null>) | null;
  /** What the approver reads and decides, while it is submitted. */
  approval: (onDecided: () => void) => ReactNode;
  onDone: () => void;
}

/** How far something has come, and what can be done with the whole of it. */
export function Course({ of, course, people, blocked, hint, toSubmit, approval, onDone }: CourseProps) {
  const { state, inForce, returned, submitted, may } = course;
  const submit = useAction('approval.submit');
  const takeBack = useAction('approval.takeBack');
  const [approving, setApproving] = useState(false);
  const after = async (done: Promise<unknown>) => {
    if ((await done) !== null) onDone();
  };
  const submitNow = async () => {
    const revision = toSubmit && (await toSubmit());
    return revision === null ? null : submit.run({ ...of, revision });
  };
  const mayAct = may.manage || (may.approve && state === 'submitted');
  const failed = [submit.action, takeBack.action].find((action) => action.state === 'failed');
  return (
    <section className={layout.stack} aria-label={HOW_FAR}>
      <p className={texts.aside}>
        <span className={inForce?.lapsed ? texts.overdue : undefined}>{inForceWords(inForce)}</span>
        {` ${COURSE_WORDS[state]}`}
        {submitted && ` ${submittedByWords(nameOf(submitted.by, people))}`}
      </p>
      {returned && (
        <SectionMessage appearance="warning" title={returnedByWords(nameOf(returned.by, people))}>
          <p className={texts.words}>{returned.reason}</p>
        </SectionMessage>
      )}
      {mayAct && (
        <div className={layout.buttons}>
          {may.manage && state !== 'submitted' && toSubmit && (
            <>
              <Button
                appearance={state === 'settled' ? 'default' : 'primary'}
                isDisabled={blocked.length > 0}
                isLoading={submit.action.state === 'working'}
                onClick={() => void after(submitNow())}
              >
                {SUBMIT}
              </Button>
              <ul className={`${styles.open} ${texts.aside}`}>
                {blocked.map((why) => (
                  <li key={why}>{why}</li>
                ))}
              </ul>
              {blocked.length === 0 && hint && <span className={texts.aside}>{hint}</span>}
            </>
          )}
          {may.approve && state === 'submitted' && !approving && (
            <Button appearance="primary" onClick={() => setApproving(true)}>
              {READ_AND_APPROVE}
            </Button>
          )}
          {may.manage && state === 'submitted' && (
            <Button isLoading={takeBack.action.state === 'working'} onClick={() => void after(takeBack.run(of))}>
              {TAKE_BACK}
            </Button>
          )}
        </div>
      )}
      {failed?.state === 'failed' && <FailureBanner error={failed.error} title={NOTHING_CHANGED} />}
      {approving &&
        state === 'submitted' &&
        approval(() => {
          setApproving(false);
          onDone();
        })}
    </section>
  );
}
