import { useState } from 'react';
import {
  CONCLUDE_IN_SYSTEM,
  CONCLUSIONS_NOT_SHOWN,
  LOADING_CONCLUSIONS,
  moreConclusionsWords,
  NONE_GIVEN,
  RECORD_CONCLUSION,
} from '../../../src/words/conclusions';
import { usePeople } from '../../shared/hooks/use-people';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { LinkButton } from '../../shared/ui/link-button';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import type { List, Subject } from './conclusion';
import { ConclusionItem } from './conclusion-item';
import styles from './conclusions.module.css';
import { RecordForm } from './record-form';

interface Props extends Subject {
  /** A state may be another now. */
  onWritten: () => void;
}

/** What was concluded here, newest first; for whoever may audit, the forms to record, withdraw and raise. */
export function Conclusions({ onWritten, ...subject }: Props) {
  const { projectId, requirement, system } = subject;
  const { reading, retry } = useProcedure('conclusions.list', {
    projectId,
    requirementId: requirement.id,
    ...(system === null ? {} : { systemIssueId: system.issueId }),
  });
  const written = () => {
    retry();
    onWritten();
  };
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_CONCLUSIONS} failed={CONCLUSIONS_NOT_SHOWN}>
      {(list) => <Body list={list} subject={subject} onWritten={written} />}
    </ReadView>
  );
}

/** At most one form is open: for a new one, or for one that was given. */
type Open = { form: 'record' } | { form: 'withdraw' | 'raise'; decisionId: string } | null;

function Body({ list, subject, onWritten }: { list: List; subject: Subject; onWritten: () => void }) {
  const { conclusions, notListed, today, mayRecord, raising } = list;
  const [open, setOpen] = useState<Open>(null);
  const names = usePeople(conclusions.flatMap(({ by, withdrawn }) => [by, withdrawn?.by ?? null]));
  const done = () => {
    setOpen(null);
    onWritten();
  };
  return (
    <div className={styles.conclusions}>
      {conclusions.length === 0 && notListed === 0 && <p className={texts.subtle}>{NONE_GIVEN}</p>}
      <ul className={styles.list}>
        {conclusions.map((conclusion) => (
          <ConclusionItem
            key={conclusion.decisionId}
            conclusion={conclusion}
            subject={subject}
            raising={raising}
            today={today}
            names={names}
            open={open?.form !== 'record' && open?.decisionId === conclusion.decisionId ? open.form : null}
            onOpen={(form) => setOpen(form && { form, decisionId: conclusion.decisionId })}
            onDone={done}
          />
        ))}
      </ul>
      {notListed > 0 && <p className={texts.aside}>{moreConclusionsWords(notListed)}</p>}
      {raising !== null && !mayRecord && <p className={texts.aside}>{CONCLUDE_IN_SYSTEM}</p>}
      {mayRecord && open?.form !== 'record' && (
        <p>
          <LinkButton onClick={() => setOpen({ form: 'record' })}>+ {RECORD_CONCLUSION}</LinkButton>
        </p>
      )}
      {mayRecord && open?.form === 'record' && (
        <RecordForm subject={subject} today={today} onDone={done} onCancel={() => setOpen(null)} />
      )}
    </div>
  );
}
