import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import { triage as criteria } from '../../../controls/decisions';
import type { Output } from '../../../src/contract/procedures';
import { SAVE_FIRST } from '../../../src/words/approval';
import { TRIAGE } from '../../../src/words/screens/shared/common';
import { TRIAGE_FIELDS, TRIAGE_SYSTEM_TITLE, TRIAGE_WORDS, triageStandingWords } from '../../../src/words/triage';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { SubjectCourse } from '../approvals/subject-course';
import { type Given, Question } from './question';
import styles from './triage.module.css';

type View = Output<'triage.read'>;

interface Props {
  /** Of the AI system. */
  issueId: string;
  /** Something was decided that figures hang on. */
  onDecided: () => void;
}

/** Whether an AI system needs a full impact assessment: nine questions, answered by one person and approved by another. */
export function Triage({ issueId, onDecided }: Props) {
  const { reading, retry } = useProcedure('triage.read', { issueId });
  const done = () => {
    retry();
    onDecided();
  };
  return (
    <ReadView reading={reading} retry={retry} waiting={TRIAGE_WORDS.loading} failed={TRIAGE_WORDS.failed}>
      {(view) => (
        <section className={layout.stack} aria-label={TRIAGE}>
          <p>{triageStandingWords(view.standing)}</p>
          <p className={texts.aside}>{criteria.notice}</p>
          <Loaded key={view.revision} issueId={issueId} view={view} onDone={done} />
        </section>
      )}
    </ReadView>
  );
}

const TITLES = new Map([
  ...criteria.questions.map(({ id, number, text }) => [id, `${number}. ${text}`] as const),
  ['for', TRIAGE_SYSTEM_TITLE] as const,
]);

function Loaded({ issueId, view, onDone }: { issueId: string; view: View; onDone: () => void }) {
  const saved = new Map<string, Given>(view.answers.map(({ question, ...given }) => [question, given]));
  const [answers, setAnswers] = useState<ReadonlyMap<string, Given>>(saved);
  const { action, run } = useAction('triage.edit');
  const mayWrite = view.may.manage && view.state !== 'submitted' && view.closed === null;
  const isSaved = [...answers].every(([question, given]) => isSame(saved.get(question), given));
  const save = async () => {
    const given = [...answers].map(([question, one]) => ({ question, ...one }));
    if (await run({ issueId, revision: view.revision, answers: given })) onDone();
  };
  return (
    <>
      {view.closed !== null && (
        <SectionMessage appearance="information" title={TRIAGE_WORDS.closed}>
          <p>{view.closed}</p>
        </SectionMessage>
      )}
      {mayWrite && criteria.intro.map((text) => <p key={text}>{text}</p>)}
      {(mayWrite || view.answers.length > 0) && (
        <ol className={`${layout.stack} ${styles.questions}`}>
          {criteria.questions.map((question) => (
            <Question
              key={question.id}
              question={question}
              given={answers.get(question.id) ?? null}
              onChange={mayWrite ? (given) => setAnswers(new Map([...answers, [question.id, given]])) : null}
            />
          ))}
        </ol>
      )}
      {mayWrite && (
        <Button isDisabled={isSaved} isLoading={action.state === 'working'} onClick={() => void save()}>
          {TRIAGE_WORDS.save}
        </Button>
      )}
      {action.state === 'failed' && <FailureBanner error={action.error} title={TRIAGE_WORDS.saveFailed} />}
      <SubjectCourse
        of={{ kind: 'triage', subject: `jira:${issueId}` }}
        course={view}
        blocked={isSaved ? view.open : [SAVE_FIRST]}
        titles={TITLES}
        fields={TRIAGE_FIELDS}
        changed={new Set(view.changed)}
        advice={<Advice />}
        onDone={onDone}
      />
    </>
  );
}

const isSame = (one: Given | undefined, other: Given): boolean =>
  one !== undefined && one.answer === other.answer && one.reason === other.reason;

/** What an approver asks themselves before they approve. */
function Advice() {
  return (
    <section aria-label={TRIAGE_WORDS.lookAt}>
      <p>
        <strong>{TRIAGE_WORDS.lookAt}</strong>
      </p>
      <ul>
        {criteria.approver.lookAt.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
