import Heading from '@atlaskit/heading';
import { useEffect, useRef } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { REASONS_NOT_SHOWN } from '../../../src/words/screens/requirements/common';
import { useDelayedRefetch } from '../../shared/hooks/use-delayed-refetch';
import type { Opened } from '../../shared/hooks/use-panel';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { ReadingFailure } from '../../shared/ui/reading-failure';
import { SidePanel } from '../../shared/ui/side-panel';
import { Waiting } from '../../shared/ui/waiting';
import { RequirementDetail } from './requirement-detail';

interface Props {
  projectId: string | null;
  opened: Opened;
  /** When the figures change, so may the reasons. */
  asOf: number | null;
  /** Reads the figures again; null where none are shown. */
  onWritten: (() => void) | null;
  onClose: () => void;
}

export function RequirementPanel({ projectId, opened, asOf, onWritten, onClose }: Props) {
  const { id: requirementId, top } = opened;
  const { reading, retry } = useProcedure('coverage.requirement', { projectId, requirementId });
  const counted = useRef(asOf);
  useEffect(() => {
    if (counted.current !== null && counted.current !== asOf) retry();
    counted.current = asOf;
  }, [asOf, retry]);

  // With other figures come other reasons: they are read again then.
  const written = useDelayedRefetch(onWritten ?? retry);

  return (
    <SidePanel label={`Requirement ${numberOf(requirementId)}`} top={top} onClose={onClose}>
      {reading.state === 'loading' && <Waiting what={`Loading ${numberOf(requirementId)}`} />}
      {reading.state === 'failed' && (
        <>
          <Heading size="medium" as="h2">
            {numberOf(requirementId)}
          </Heading>
          <ReadingFailure error={reading.error} title={REASONS_NOT_SHOWN} retry={retry} />
        </>
      )}
      {reading.state === 'loaded' && (
        <RequirementDetail detail={reading.data} projectId={projectId} onWritten={written} />
      )}
    </SidePanel>
  );
}
