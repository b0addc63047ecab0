import Spinner from '@atlaskit/spinner';
import styles from './waiting.module.css';

/** Something is being read: what, in words. */
export function Waiting({ what = 'Loading' }: { what?: string }) {
  return (
    <div className={styles.waiting} role="status" data-testid="waiting">
      <Spinner /> {what}
    </div>
  );
}
