import { lazy, Suspense } from 'react';
import { RECORD_RISK } from '../../../src/words/screens/issue-context/panel';
import { Waiting } from '../../shared/ui/waiting';
import type { Context } from './context';
import type { PanelPlace } from './place';

const PickRequirement = lazy(async () => ({ default: (await import('./pick-requirement')).PickRequirement }));
const Triage = lazy(async () => ({ default: (await import('../triage/triage')).Triage }));
const InCommon = lazy(async () => ({ default: (await import('../in-common/in-common')).InCommon }));
const PickIssue = lazy(async () => ({ default: (await import('./pick-issue')).PickIssue }));
const CreateLinked = lazy(async () => ({ default: (await import('./create-linked')).CreateLinked }));

/** What can be done beside an issue. */
export type Picking = 'requirement' | 'link' | 'triage' | 'in-common' | 'risk';

interface Props {
  picking: Picking;
  place: PanelPlace;
  context: Context;
  /** Something of the issue was written. */
  onWritten: () => void;
  /** Something was decided that figures hang on. */
  onDecided: () => void;
}

/** What somebody has picked to do; loaded only then, for most only read. */
export function Picked(props: Props) {
  return (
    <Suspense fallback={<Waiting />}>
      <Form {...props} />
    </Suspense>
  );
}

function Form({ picking, place, context, onWritten, onDecided }: Props) {
  const { issueId } = place;
  switch (picking) {
    case 'requirement': {
      const taken = context.requirements.filter(({ own }) => own).map(({ requirementId }) => requirementId);
      return <PickRequirement issueId={issueId} taken={taken} onWritten={onWritten} />;
    }
    case 'link':
      return <PickIssue issueId={issueId} roles={context.linkRoles} links={context.links} onWritten={onWritten} />;
    case 'triage':
      return <Triage issueId={issueId} onDecided={onDecided} />;
    case 'in-common':
      return <InCommon issueId={issueId} onDecided={onDecided} />;
    case 'risk':
      return context.creating === null ? null : (
        <CreateLinked
          place={place}
          creating={context.creating}
          action={RECORD_RISK}
          summary=""
          requirementId={null}
          onMade={onWritten}
        />
      );
  }
}
