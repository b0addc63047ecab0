import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { Action } from '../hooks/use-task';
import { FailureBanner } from './failure-banner';
import layout from './layout.module.css';

/** Characters that the app takes for one reason. */
const MOST = 4_000;

interface Props {
  /** What is asked for. */
  label: string;
  /** What the button does, and how it looks. */
  submit: string;
  appearance: 'primary' | 'danger';
  autoFocus?: boolean;
  action: Action<unknown>;
  /** Title over a failure. */
  failed: string;
  onSubmit: (reason: string) => void;
  onCancel: () => void;
}

/** Something that is done for a reason: nothing without one. */
export function ReasonForm({ label, submit, appearance, autoFocus, action, failed, onSubmit, onCancel }: Props) {
  const [reason, setReason] = useState('');
  return (
    <div className={layout.stack}>
      <TextArea
        autoFocus={autoFocus ?? false}
        aria-label={label}
        placeholder={label}
        minimumRows={2}
        maxLength={MOST}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={layout.buttons}>
        <Button
          appearance={appearance}
          isDisabled={reason.trim() === ''}
          isLoading={action.state === 'working'}
          onClick={() => onSubmit(reason.trim())}
        >
          {submit}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={failed} />}
    </div>
  );
}
