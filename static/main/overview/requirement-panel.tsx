import { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import Spinner from '@atlaskit/spinner';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { FailureBanner } from '../../shared/failure-banner';
import { useProcedure } from '../../shared/use-procedure';
import { RequirementDetail } from './requirement-detail';

export type Opener = (requirementId: string, opener: HTMLElement) => void;

interface Opened {
  requirementId: string;
  opener: HTMLElement;
  /** Pixels below the top of the page's body, so that the panel stands where the person is looking. */
  top: number;
}

/** Which requirement is open, and where. Closing gives the focus back to what opened it. */
export function useRequirementPanel() {
  const container = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  return {
    container: container as RefObject<HTMLDivElement>,
    opened,
    open(requirementId: string, opener: HTMLElement) {
      const above = container.current?.getBoundingClientRect().top ?? 0;
      setOpened({ requirementId, opener, top: Math.max(0, opener.getBoundingClientRect().top - above - LEAD) });
    },
    close() {
      opened?.opener.focus();
      setOpened(null);
    },
  };
}

/** The frame is as high as its content and the page around it scrolls: a drawer fixed to the frame would be out of sight. */
const LEAD = 96;

interface Props {
  projectId: string | null;
  opened: Opened;
  /** When the figures change, so may the reasons. */
  asOf: number | null;
  onClose: () => void;
}

export function RequirementPanel({ projectId, opened, asOf, onClose }: Props) {
  const { requirementId, top } = opened;
  const { reading, retry } = useProcedure('coverage.requirement', { projectId, requirementId });
  const panel = useRef<HTMLElement>(null);
  const counted = useRef(asOf);
  useEffect(() => panel.current?.focus(), []);
  useEffect(() => {
    if (counted.current !== asOf) retry();
    counted.current = asOf;
  }, [asOf, retry]);

  return (
    <aside
      ref={panel}
      className="panel"
      style={{ marginTop: top }}
      aria-label={`Requirement ${requirementId}`}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="panel-close">
        <IconButton icon={CrossIcon} label="Close" appearance="subtle" onClick={onClose} />
      </div>
      {reading.state === 'loading' && (
        <div className="waiting">
          <Spinner label={`Loading ${requirementId}`} /> Loading
        </div>
      )}
      {reading.state === 'failed' && (
        <>
          <Heading size="medium" as="h2">
            {requirementId}
          </Heading>
          <FailureBanner error={reading.error} title="The reasons cannot be shown" onRetry={retry} />
        </>
      )}
      {reading.state === 'loaded' && <RequirementDetail detail={reading.data} />}
    </aside>
  );
}
