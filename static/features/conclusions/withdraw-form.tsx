import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { NOT_WITHDRAWN, WHY_WITHDRAWN, WITHDRAW } from '../../../src/words/conclusions';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import styles from './conclusions.module.css';

interface Props {
  decisionId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Takes a conclusion back, for a reason that stays beside it. */
export function WithdrawForm({ decisionId, onDone, onCancel }: Props) {
  const [reason, setReason] = useState('');
  const { action, run } = useAction('conclusion.withdraw');
  const withdraw = async () => {
    if (await run({ decisionId, reason: reason.trim() })) onDone();
  };
  return (
    <div className={styles.form}>
      <TextArea
        autoFocus
        aria-label={WHY_WITHDRAWN}
        placeholder={WHY_WITHDRAWN}
        minimumRows={2}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          isDisabled={reason.trim() === ''}
          isLoading={action.state === 'working'}
          onClick={() => void withdraw()}
        >
          {WITHDRAW}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOT_WITHDRAWN} />}
    </div>
  );
}
