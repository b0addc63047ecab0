import Button from '@atlaskit/button/new';
import type { Output } from '../../../../src/contract/procedures';
import { useAction } from '../../../shared/use-action';

interface Props {
  pageId: string;
  approval: NonNullable<Output<'policy.read'>['approval']>;
  mayAcknowledge: boolean;
  onDone: () => void;
}

/** "I have read version 7", and how many of the audience have (7.3). */
export function Acknowledgement({ pageId, approval, mayAcknowledge, onDone }: Props) {
  const { action, run } = useAction('policy.acknowledge');
  const { pageVersion, acknowledgedByMe, acknowledged, audience, threshold } = approval;
  const confirm = async () => {
    if (await run({ pageId, pageVersion })) onDone();
  };
  const percent = Math.floor((100 * acknowledged) / audience);
  return (
    <div className="policy-line policy-acknowledgement">
      {mayAcknowledge && !acknowledgedByMe && (
        <Button appearance="primary" onClick={() => void confirm()} isDisabled={action.state === 'working'}>
          {`I have read version ${pageVersion}`}
        </Button>
      )}
      {acknowledgedByMe && <span>✓ You have read version {pageVersion}.</span>}
      <span className="subtle small">
        {acknowledged} of {audience} people confirmed ({percent} %, threshold {Math.round(threshold * 100)} %)
      </span>
      {action.state === 'failed' && (
        <span role="alert">
          {action.error.message} {action.error.remedy}
        </span>
      )}
    </div>
  );
}
