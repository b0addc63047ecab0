import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Select, { AsyncSelect } from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import {
  APPLIES_TO,
  DOES_IT_APPLY,
  HOW_IMPLEMENTED,
  KEEP_AS_APPROVED,
  meetingWords,
  neededByWords,
  TAKE_OUT,
  TAKE_SUGGESTION,
  TYPE_A_NAME,
} from '../../../src/words/screens/statement/control';
import { APPLICABILITY_WORDS } from '../../../src/words/statement';
import { CONDITION_WORDS, EVERYWHERE, POINT_WORDS } from '../../../src/words/statement-rows';
import { findPeople } from '../../shared/hooks/use-people';
import { useProcedure } from '../../shared/hooks/use-procedure';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import { nameOf } from '../approvals/course-view';
import { Deviations } from './deviations';
import { ReasonFields } from './reason-fields';
import {
  type Body,
  bodyOf,
  type Decision,
  type Edit,
  isChosen,
  type Row,
  type Statement,
  suggestedBody,
} from './statement';
import styles from './statement.module.css';

interface Props {
  row: Row;
  statement: Statement;
  people: ReadonlyMap<string, string>;
  mayWrite: boolean;
  write: (rows: readonly Edit[]) => Promise<boolean>;
}

/** One control: the decision, its reasons, who is responsible; what differs for single AI systems. */
export function RowPanel({ row, statement, people, mayWrite, write }: Props) {
  return (
    <div className={layout.stack}>
      <Heading size="small" as="h2">{`${row.number} ${row.title}`}</Heading>
      {row.text && <p className={texts.words}>{row.text}</p>}
      {row.neededBy > 0 && <p className={texts.aside}>{neededByWords(row.neededBy)}</p>}
      {row.condition && <MeetingToday control={row.key} condition={row.condition} />}
      {statement.open
        .filter(({ key }) => key === row.key)
        .map(({ code }) => (
          <p key={code} className={texts.overdue}>
            {POINT_WORDS[code as keyof typeof POINT_WORDS]}
          </p>
        ))}
      <Form
        // What was written meanwhile is shown, and not what somebody had begun.
        key={statement.revision}
        row={row}
        statement={statement}
        people={people}
        mayWrite={mayWrite}
        write={write}
      />
      {row.scopeLevel === 'ai-system' && (
        <Deviations row={row} statement={statement} mayWrite={mayWrite} write={write} />
      )}
    </div>
  );
}

/** How many AI systems meet the condition, for whoever decides. It is read with what deviates, which is what the same panel shows. */
function MeetingToday({ control, condition }: { control: string; condition: NonNullable<Row['condition']> }) {
  const { reading } = useProcedure('statement.deviations', { key: control, after: '' });
  if (reading.state !== 'loaded' || reading.data.meeting === null) return null;
  return <p className={texts.aside}>{meetingWords(reading.data.meeting, condition)}</p>;
}

const NEW: Decision = { applicable: true, reasons: [], appliesWhen: null, responsible: null, note: '' };

/** What stands. What is not applicable yet has no condition, so it would begin with the catalogue's. */
const startOf = ({ row, condition }: Row): Decision =>
  row?.applicable ? row : { ...(row ?? NEW), appliesWhen: condition };

function Form({ row, statement, people, mayWrite, write }: Props) {
  const [decision, setDecision] = useState<Decision>(() => startOf(row));
  const [reasons, setReasons] = useState<Body['reasons']>(() => enteredReasons(row));
  const set = (part: Partial<Decision>) => setDecision({ ...decision, ...part });
  const save = (body: Body) => void write([{ key: row.key, body }]);
  const taken = suggestedBody(row);
  const before = row.approved;
  return (
    <fieldset className={styles.form} disabled={!mayWrite}>
      <fieldset>
        <legend>{DOES_IT_APPLY}</legend>
        <div className={styles.choices}>
          {[true, false].map((applicable) => (
            <label key={String(applicable)}>
              <input
                type="radio"
                name={`applies-${row.key}`}
                checked={decision.applicable === applicable}
                onChange={() => set({ applicable })}
              />
              {APPLICABILITY_WORDS[applicable ? 'applicable' : 'excluded']}
            </label>
          ))}
        </div>
      </fieldset>
      {decision.applicable && row.condition && (
        <div>
          <span className={texts.small}>{APPLIES_TO}</span>
          <Select
            aria-label={APPLIES_TO}
            isDisabled={!mayWrite}
            options={conditionsOf(row)}
            value={conditionsOf(row).find(({ appliesWhen }) => appliesWhen === decision.appliesWhen) ?? null}
            onChange={(option) => option && set({ appliesWhen: option.appliesWhen })}
          />
        </div>
      )}
      <ReasonFields
        reasons={reasons}
        onChange={setReasons}
        issues={statement.issues}
        hidden={(row.row?.reasons ?? []).map(({ hidden }) => hidden)}
      />
      <div>
        <span className={texts.small}>Responsible</span>
        <AsyncSelect
          aria-label="Responsible"
          placeholder={TYPE_A_NAME}
          isClearable
          isDisabled={!mayWrite}
          loadOptions={findPeople}
          value={
            decision.responsible === null
              ? null
              : { value: decision.responsible, label: nameOf(decision.responsible, people) }
          }
          onChange={(option) => set({ responsible: option?.value ?? null })}
        />
      </div>
      <TextArea
        aria-label={HOW_IMPLEMENTED}
        placeholder={HOW_IMPLEMENTED}
        minimumRows={2}
        isDisabled={!mayWrite}
        value={decision.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {mayWrite && (
        <div className={layout.buttons}>
          <Button appearance="primary" onClick={() => save(bodyOf(row, decision, reasons))}>
            Save
          </Button>
          {taken && row.row === null && <Button onClick={() => save(taken)}>{TAKE_SUGGESTION}</Button>}
          {before?.reasons.every(({ kind }) => isChosen(kind)) && (
            <Button onClick={() => void write([{ key: row.key, body: 'as-approved' }])}>{KEEP_AS_APPROVED}</Button>
          )}
          {row.text !== null && <Button onClick={() => void write([{ key: row.key, body: null }])}>{TAKE_OUT}</Button>}
        </div>
      )}
    </fieldset>
  );
}

const enteredFrom = ({ reasons }: Decision): Body['reasons'] =>
  reasons.map(({ kind, text, links }, was) => ({ kind: isChosen(kind) ? kind : 'own-choice', text, links, was }));

/** What stands; else what is suggested; else room for a first reason. */
function enteredReasons(row: Row): Body['reasons'] {
  if (row.row && row.row.reasons.length > 0) return enteredFrom(row.row);
  return suggestedBody(row)?.reasons ?? [{ kind: 'own-choice', text: '', links: [] }];
}

interface ConditionOption {
  value: string;
  label: string;
  appliesWhen: Decision['appliesWhen'];
}

const conditionsOf = ({ condition }: Row): ConditionOption[] => [
  ...(condition ? [{ value: condition, label: CONDITION_WORDS[condition], appliesWhen: condition }] : []),
  { value: 'every', label: EVERYWHERE, appliesWhen: null },
];
