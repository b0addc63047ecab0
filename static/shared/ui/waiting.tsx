import Spinner from '@atlaskit/spinner';

/** Something is being read: what, in words. */
export function Waiting({ what = 'Loading' }: { what?: string }) {
  return (
    <div className="waiting" role="status">
      <Spinner /> {what}
    </div>
  );
}
