import Button from '@atlaskit/button/new';
import { isAudienceTooSmall } from '../../../../src/contract/policy-text';
import type { Output } from '../../../../src/contract/procedures';
import {
  acknowledgedWords,
  acknowledgeWords,
  awarenessWords,
  joinedLatelyWords,
  NOT_ASKED,
  unreadWords,
} from '../../../../src/words/screens/macros/policy';
import { useAction } from '../../../shared/hooks/use-action';
import texts from '../../../shared/ui/text.module.css';
import styles from './policy.module.css';

type Approval = NonNullable<Output<'policy.read'>['approval']>;

interface Props {
  pageId: string;
  pageVersion: number;
  awareness: NonNullable<Approval['awareness']>;
  onDone: () => void;
}

/** Acknowledging the approved version, and how many of the audience have (7.3). */
export function Acknowledgement({ pageId, pageVersion, awareness, onDone }: Props) {
  const { action, run } = useAction('policy.acknowledge');
  const acknowledge = async () => {
    if (await run({ pageId, pageVersion })) onDone();
  };
  return (
    <div className={`${styles.line} ${styles.acknowledgement}`}>
      {awareness.acknowledgedByMe && <span>{acknowledgedWords(pageVersion)}</span>}
      {!awareness.acknowledgedByMe && awareness.asksMe && (
        <Button appearance="primary" onClick={() => void acknowledge()} isDisabled={action.state === 'working'}>
          {acknowledgeWords(pageVersion)}
        </Button>
      )}
      <span className={texts.aside}>{awarenessWords(awareness, isAudienceTooSmall(awareness))}</span>
      {awareness.joinedLately > 0 && <span className={texts.aside}>{joinedLatelyWords(awareness)}</span>}
      {awareness.unreadOn !== null && <span className={texts.aside}>{unreadWords(awareness.unreadOn)}</span>}
      {awareness.by === 'groups' && !awareness.asksMe && !awareness.beingRead && (
        <span className={texts.aside}>{NOT_ASKED}</span>
      )}
      {action.state === 'failed' && (
        <span role="alert">
          {action.error.message} {action.error.remedy}
        </span>
      )}
    </div>
  );
}
