import { useState } from 'react';
import {
  AGREE,
  AGREE_AS_AUDITOR,
  NOT_AGREED,
  WHY_AGREED,
} from '../../../src/words/screens/issue-context/agree-dismissal';
import { useAction } from '../../shared/hooks/use-action';
import { LinkButton } from '../../shared/ui/link-button';
import { ReasonForm } from '../../shared/ui/reason-form';

/** For whoever audits: that a nonconformity which an audit raised is none, or an observation. */
export function AgreeDismissal({ issueId, onWritten }: { issueId: string; onWritten: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const { action, run } = useAction('nonconformity.agree');
  const agree = async (reason: string) => {
    if (await run({ issueId, reason })) onWritten();
  };
  if (!isOpen) return <LinkButton onClick={() => setOpen(true)}>{AGREE_AS_AUDITOR}</LinkButton>;
  return (
    <ReasonForm
      label={WHY_AGREED}
      submit={AGREE}
      appearance="primary"
      autoFocus
      action={action}
      failed={NOT_AGREED}
      onSubmit={(reason) => void agree(reason)}
      onCancel={() => setOpen(false)}
    />
  );
}
