import Button from '@atlaskit/button/new';
import {
  COMPARE_NOW,
  NOT_ASKED_FOR,
  READ_AGAIN,
  UNDER_WAY,
  WHAT_IS_COMPARED,
} from '../../../src/words/screens/setup/health';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

/** What the night does by itself, for an administrator who will not wait for it. */
export function Compare() {
  const { action, run } = useAction('setup.reconcile');
  const isWorking = action.state === 'working';
  return (
    <section className={layout.stack}>
      <div className={styles.buttons}>
        <Button isDisabled={isWorking} onClick={() => void run({ extent: 'changed' })}>
          {COMPARE_NOW}
        </Button>
        <Button isDisabled={isWorking} appearance="subtle" onClick={() => void run({ extent: 'full' })}>
          {READ_AGAIN}
        </Button>
      </div>
      <p className={texts.aside} role="status">
        {action.state === 'done' ? UNDER_WAY : WHAT_IS_COMPARED}
      </p>
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOT_ASKED_FOR} />}
    </section>
  );
}
