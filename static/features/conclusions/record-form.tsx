import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { Input } from '../../../src/contract/procedures';
import {
  AUDIT_BODY,
  AUDIT_REPORT,
  CONCLUDED_ON,
  CONCLUSION_KIND_WORDS,
  COUNTS_UNTIL,
  KIND_OF_CONCLUSION,
  NOT_RECORDED,
  RECORD,
  RECORD_CONCLUSION,
  RESULT,
  RESULT_WORDS,
  SAMPLE_HINT,
  WHAT_YOU_LOOKED_AT,
} from '../../../src/words/conclusions';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ListChoice } from '../../shared/ui/list-choice';
import texts from '../../shared/ui/text.module.css';
import type { Subject } from './conclusion';
import styles from './conclusions.module.css';
import { type Sampled, SampledIssues } from './sampled-issues';

type Entered = Omit<Input<'conclusion.record'>, 'requirementId' | 'systemIssueId' | 'sampledIssueIds'>;

const choicesOf = <Id extends string>(words: Readonly<Record<Id, string>>) =>
  (Object.keys(words) as Id[]).map((id) => ({ id, word: words[id], count: null }));
const RESULTS = choicesOf(RESULT_WORDS);
const KINDS = choicesOf(CONCLUSION_KIND_WORDS);

interface Props {
  subject: Subject;
  today: string;
  onDone: () => void;
  onCancel: () => void;
}

/** A dated judgement of whoever audits. What it lacks, the app says. */
export function RecordForm({ subject, today, onDone, onCancel }: Props) {
  const [entered, setEntered] = useState<Entered>({
    result: 'conforms',
    kind: 'internal-audit',
    concludedOn: today,
    validUntil: null,
    sample: '',
    auditBody: null,
    report: null,
  });
  const [sampled, setSampled] = useState<readonly Sampled[]>([]);
  const set = (part: Partial<Entered>) => setEntered({ ...entered, ...part });
  const { action, run } = useAction('conclusion.record');
  const record = async () => {
    const given = await run({
      ...entered,
      requirementId: subject.requirement.id,
      systemIssueId: subject.system?.issueId ?? null,
      sampledIssueIds: sampled.map(({ id }) => id),
    });
    if (given) onDone();
  };
  return (
    <form
      className={styles.form}
      aria-label={RECORD_CONCLUSION}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <ListChoice label={RESULT} choices={RESULTS} chosen={entered.result} onChoose={(result) => set({ result })} />
      <ListChoice label={KIND_OF_CONCLUSION} choices={KINDS} chosen={entered.kind} onChoose={(kind) => set({ kind })} />
      {entered.kind === 'external-audit' && (
        <>
          <Line label={AUDIT_BODY} value={entered.auditBody ?? ''} onChange={(auditBody) => set({ auditBody })} />
          <Line label={AUDIT_REPORT} value={entered.report ?? ''} onChange={(report) => set({ report })} />
        </>
      )}
      <Line
        label={CONCLUDED_ON}
        type="date"
        value={entered.concludedOn}
        onChange={(concludedOn) => set({ concludedOn })}
      />
      <Line
        label={COUNTS_UNTIL}
        type="date"
        value={entered.validUntil ?? ''}
        onChange={(day) => set({ validUntil: day === '' ? null : day })}
      />
      <TextArea
        aria-label={WHAT_YOU_LOOKED_AT}
        placeholder={`${WHAT_YOU_LOOKED_AT}. ${SAMPLE_HINT}.`}
        minimumRows={3}
        maxLength={4_000}
        value={entered.sample}
        onChange={(event) => set({ sample: event.currentTarget.value })}
      />
      <SampledIssues projectId={subject.projectId} chosen={sampled} onChange={setSampled} />
      <div className={layout.buttons}>
        <Button type="submit" appearance="primary" isLoading={action.state === 'working'}>
          {RECORD}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOT_RECORDED} />}
    </form>
  );
}

interface LineProps {
  label: string;
  type?: 'text' | 'date';
  value: string;
  onChange: (value: string) => void;
}

function Line({ label, type = 'text', value, onChange }: LineProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside, as a component.
    <label>
      <span className={texts.small}>{label}</span>
      <Textfield type={type} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
