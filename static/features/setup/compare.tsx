import Button from '@atlaskit/button/new';
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
          Compare with Jira now
        </Button>
        <Button isDisabled={isWorking} appearance="subtle" onClick={() => void run({ extent: 'full' })}>
          Read everything again
        </Button>
      </div>
      <p className={texts.aside} role="status">
        {action.state === 'done'
          ? 'It is under way. Figures stay as they are until an item turns out to be different.'
          : 'What changed since the last night, or every issue of every project that takes part; the latter may take hours.'}
      </p>
      {action.state === 'failed' && <FailureBanner error={action.error} title="It could not be asked for" />}
    </section>
  );
}
