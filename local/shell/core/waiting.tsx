import Spinner from '@atlaskit/spinner';

export function Waiting({ label }: { label: string }) {
  return (
    <div className="waiting">
      <Spinner size="large" label={label} />
    </div>
  );
}
