import Button from '@atlaskit/button/new';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../../shared/use-action';

interface Props {
  pageId: string;
  /** Version of the page that the approver sees. */
  version: number;
  mayApprove: boolean;
  /** The reader wrote this version. */
  isAuthor: boolean;
  /** Whoever came to review is shown the form at once. */
  isOpen: boolean;
  onDone: () => void;
}

/** Approving the text that stands above: who may, and the two things that an approval says beside the text. */
export function Approval({ pageId, version, mayApprove, isAuthor, isOpen, onDone }: Props) {
  const [open, setOpen] = useState(isOpen);
  if (!mayApprove || isAuthor)
    return (
      <p className="subtle small">
        Version {version} waits for approval by somebody who may decide in the AIMS and wrote none of it
        {isAuthor && ' (you wrote this version)'}.
      </p>
    );
  if (!open)
    return (
      <p className="policy-approval">
        <Button onClick={() => setOpen(true)}>{`Approve version ${version}`}</Button>
      </p>
    );
  return <Form pageId={pageId} version={version} onCancel={() => setOpen(false)} onDone={onDone} />;
}

/** A year from today, by the approver's own calendar. Swedish writes days as the field does. */
function nextYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return new Intl.DateTimeFormat('sv-SE').format(day);
}

function Form({
  pageId,
  version,
  onCancel,
  onDone,
}: {
  pageId: string;
  version: number;
  onCancel: () => void;
  onDone: () => void;
}) {
  const { action, run } = useAction('policy.approve');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const approved = await run({
      pageId,
      pageVersion: version,
      audience: Number(values.get('audience')),
      reviewDue: String(values.get('reviewDue')),
    });
    if (approved) onDone();
  };
  return (
    <form className="policy-form" onSubmit={(event) => void submit(event)}>
      <label>
        People it is addressed to
        <input name="audience" type="number" min={1} max={1_000_000} required />
      </label>
      <label>
        Next review
        <input name="reviewDue" type="date" defaultValue={nextYear()} required />
      </label>
      <div className="policy-line">
        <Button type="submit" appearance="primary" isDisabled={action.state === 'working'}>
          {`Approve version ${version}`}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {action.state === 'failed' && (
        <p role="alert">
          {action.error.message} {action.error.remedy}
        </p>
      )}
    </form>
  );
}
