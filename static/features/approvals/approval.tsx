import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { type ReactNode, useState } from 'react';
import { fingerprintOfContent } from '../../../src/contract/approved-content';
import type { Input, Output } from '../../../src/contract/procedures';
import {
  aboutToApproveWords,
  approveWords,
  entitledWords,
  type FieldWords,
  LOADING_SUBMITTED,
  NOTHING_DECIDED,
  READ_AGAIN,
  SUBMITTED_NOT_SHOWN,
  WHAT_HAS_TO_CHANGE,
} from '../../../src/words/approval';
import { PERSON_NOT_NAMED } from '../../../src/words/screens/shared/common';
import { call } from '../../shared/bridge/call';
import { usePeople } from '../../shared/hooks/use-people';
import { useReading } from '../../shared/hooks/use-reading';
import { useTask } from '../../shared/hooks/use-task';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { ContentTable } from './content-table';

type Kind = Input<'approval.preview'>['kind'];
type Preview = Omit<Output<'approval.preview'>, 'next'>;

interface Props {
  kind: Kind;
  subject: string;
  /** What rows are called, by key. */
  titles: ReadonlyMap<string, string>;
  /** Keys of rows that are not as the version in force has them. */
  changed: ReadonlySet<string>;
  /** What an approval would do, to be read before it is given. */
  effect?: ReactNode;
  /** What fields are called and say, where the kind has words of its own. */
  fields?: FieldWords | undefined;
  onDone: () => void;
}

/** What waits for an approval, as it counts, to the last word; whoever may approves or returns it. */
export function Approval({ kind, subject, titles, changed, fields, effect, onDone }: Props) {
  const { reading, retry } = useReading(['approval.preview', kind, subject], () => wholePreview(kind, subject));
  return (
    <section className={`${layout.card} ${layout.stack}`} aria-label="Approval">
      <ReadView reading={reading} retry={retry} waiting={LOADING_SUBMITTED} failed={SUBMITTED_NOT_SHOWN}>
        {(preview) => (
          <div className={layout.stack}>
            <ContentTable
              rows={preview.rows}
              titles={titles}
              people={preview.people}
              changed={changed}
              fields={fields}
            />
            {effect}
            <Decision kind={kind} subject={subject} preview={preview} onDone={onDone} onChanged={retry} />
          </div>
        )}
      </ReadView>
    </section>
  );
}

/** All pages of what was submitted, one after the other. */
async function wholePreview(kind: Kind, subject: string): Promise<Preview> {
  const { next: first, ...preview } = await call('approval.preview', { kind, subject, after: '' });
  const rows = [...preview.rows];
  const people = { ...preview.people };
  let next = first;
  while (next !== null) {
    const page = await call('approval.preview', { kind, subject, after: next });
    rows.push(...page.rows);
    Object.assign(people, page.people);
    next = page.next;
  }
  return { ...preview, rows, people };
}

interface DecisionProps {
  kind: Kind;
  subject: string;
  preview: Preview;
  onDone: () => void;
  /** It is not any more what was shown. */
  onChanged: () => void;
}

function Decision({ kind, subject, preview, onDone, onChanged }: DecisionProps) {
  const [reason, setReason] = useState('');
  const names = usePeople([preview.submitted.by, ...(preview.entitled ?? [])]);
  const { action, run } = useTask(async (outcome: 'approved' | 'returned') => {
    // From the words that are shown, not from what anybody says they are.
    const fingerprint = await fingerprintOfContent(kind, preview.rows);
    const items = [{ kind, subject, fingerprint }];
    const { results } = await call('approval.decide', { outcome, reason: reason.trim(), items });
    return results[0]?.refusal ?? null;
  });
  const decide = async (outcome: 'approved' | 'returned') => {
    const refusal = await run(outcome);
    if (refusal === null && action.state !== 'failed') onDone();
  };
  const refused = action.state === 'done' ? action.data : null;
  const { refusal, version, submitted } = preview;
  return (
    <>
      <p className={texts.aside}>
        {aboutToApproveWords((submitted.by && names.get(submitted.by)) || PERSON_NOT_NAMED, version)}
      </p>
      <TextArea
        aria-label={WHAT_HAS_TO_CHANGE}
        placeholder={WHAT_HAS_TO_CHANGE}
        minimumRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={layout.buttons}>
        <Button
          appearance="primary"
          isDisabled={refusal !== null}
          isLoading={action.state === 'working'}
          onClick={() => void decide('approved')}
        >
          {approveWords(version)}
        </Button>
        <Button isDisabled={reason.trim() === '' || action.state === 'working'} onClick={() => void decide('returned')}>
          Return
        </Button>
      </div>
      {refusal && (
        <p role="status">
          {refusal.message} <span className={texts.subtle}>{refusal.remedy}</span>
          {preview.entitled && (
            <span className={texts.subtle}>
              {' '}
              {entitledWords(preview.entitled.map((id) => names.get(id) ?? PERSON_NOT_NAMED))}
            </span>
          )}
        </p>
      )}
      {refused && (
        <p role="alert">
          {refused.message} <span className={texts.subtle}>{refused.remedy}</span>{' '}
          {refused.code === 'content-changed' && <Button onClick={onChanged}>{READ_AGAIN}</Button>}
        </p>
      )}
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_DECIDED} />}
    </>
  );
}
