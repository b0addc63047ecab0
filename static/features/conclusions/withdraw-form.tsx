import { NOT_WITHDRAWN, WHY_WITHDRAWN, WITHDRAW } from '../../../src/words/conclusions';
import { useAction } from '../../shared/hooks/use-action';
import { ReasonForm } from '../../shared/ui/reason-form';

interface Props {
  decisionId: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Takes a conclusion back, for a reason that stays beside it. */
export function WithdrawForm({ decisionId, onDone, onCancel }: Props) {
  const { action, run } = useAction('conclusion.withdraw');
  const withdraw = async (reason: string) => {
    if (await run({ decisionId, reason })) onDone();
  };
  return (
    <ReasonForm
      label={WHY_WITHDRAWN}
      submit={WITHDRAW}
      appearance="primary"
      autoFocus
      action={action}
      failed={NOT_WITHDRAWN}
      onSubmit={(reason) => void withdraw(reason)}
      onCancel={onCancel}
    />
  );
}
