import { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import Spinner from '@atlaskit/spinner';
import { useEffect, useRef, useState } from 'react';
import { FailureBanner } from '../../shared/failure-banner';
import { usePlace } from '../../shared/place';
import { useProcedure } from '../../shared/use-procedure';
import { RequirementDetail } from './requirement-detail';

export type Opener = (requirementId: string, opener: HTMLElement) => void;

export interface Opened {
  requirementId: string;
  /** Pixels below the top of the page's body, so that the panel stands where the person is looking. */
  top: number;
}

/** Which requirement is open is part of the address; closing gives the focus back to what opened it. */
export function useRequirementPanel() {
  const container = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const [requirementId, setRequirementId] = usePlace('requirement');
  const [top, setTop] = useState(0);
  const opened: Opened | null = requirementId === null ? null : { requirementId, top };
  return {
    container,
    opened,
    open(wanted: string, by: HTMLElement) {
      const above = container.current?.getBoundingClientRect().top ?? 0;
      opener.current = by;
      setTop(Math.max(0, by.getBoundingClientRect().top - above - LEAD));
      setRequirementId(wanted);
    },
    close() {
      setRequirementId(null);
      opener.current?.focus();
    },
    /** Closes because the person went elsewhere: the focus stays with them. */
    dismiss() {
      if (requirementId !== null) setRequirementId(null);
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
