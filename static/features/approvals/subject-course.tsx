import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { type ReactNode, useState } from 'react';
import type { CourseView } from '../../../src/contract/course';
import type { Input } from '../../../src/contract/procedures';
import { APPROVAL_STATE_WORDS, type FieldWords, versionWords } from '../../../src/words/approval';
import { useAction } from '../../shared/hooks/use-action';
import { usePeople } from '../../shared/hooks/use-people';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import { Approval } from './approval';
import styles from './approvals.module.css';

interface Props {
  of: Pick<Input<'approval.takeBack'>, 'kind' | 'subject'>;
  course: CourseView;
  /** Why it cannot be submitted as it stands, in words; empty where it can. */
  blocked: readonly string[];
  /** What rows are called, by key, and what their fields say. */
  titles: ReadonlyMap<string, string>;
  fields: FieldWords;
  /** Keys of rows that are not as the version in force has them. */
  changed: ReadonlySet<string>;
  /** What the approver looks at besides. */
  advice?: ReactNode;
  onDone: () => void;
}

/** How far a triage, or something that is met in common, has come, and what can be done with it. */
export function SubjectCourse({ of, course, blocked, titles, fields, changed, advice, onDone }: Props) {
  const { state, inForce, returned, submitted, may, revision } = course;
  const submit = useAction('approval.submit');
  const takeBack = useAction('approval.takeBack');
  const [approving, setApproving] = useState(false);
  const names = usePeople([submitted?.by ?? null, returned?.by ?? null]);
  const nameOf = (by: string | null) => (by !== null && names.get(by)) || 'somebody whose name you may not see';
  const after = async (done: Promise<unknown>) => {
    if ((await done) !== null) onDone();
  };
  const failed = [submit.action, takeBack.action].find((action) => action.state === 'failed');
  return (
    <div className={layout.stack}>
      <p className={texts.aside}>
        {inForce && `${versionWords(inForce)} `}
        {APPROVAL_STATE_WORDS[state]}
        {submitted && ` By ${nameOf(submitted.by)}.`}
      </p>
      {returned && (
        <SectionMessage appearance="warning" title={`Returned by ${nameOf(returned.by)}`}>
          <p className={styles.words}>{returned.reason}</p>
        </SectionMessage>
      )}
      {may.manage && (state === 'draft' || state === 'settled') && (
        <div className={styles.buttons}>
          <Button
            appearance={state === 'draft' ? 'primary' : 'default'}
            isDisabled={blocked.length > 0}
            isLoading={submit.action.state === 'working'}
            onClick={() => void after(submit.run({ ...of, revision }))}
          >
            Submit for approval
          </Button>
          <ul className={`${styles.open} ${texts.aside}`}>
            {blocked.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      )}
      {state === 'submitted' && (
        <div className={styles.buttons}>
          {may.approve && !approving && (
            <Button appearance="primary" onClick={() => setApproving(true)}>
              Read and approve
            </Button>
          )}
          {may.manage && (
            <Button isLoading={takeBack.action.state === 'working'} onClick={() => void after(takeBack.run(of))}>
              Take back
            </Button>
          )}
        </div>
      )}
      {failed?.state === 'failed' && <FailureBanner error={failed.error} title="Nothing was changed" />}
      {approving && state === 'submitted' && (
        <>
          {advice}
          <Approval
            {...of}
            titles={titles}
            fields={fields}
            changed={changed}
            onDone={() => {
              setApproving(false);
              onDone();
            }}
          />
        </>
      )}
    </div>
  );
}
