import { useState } from 'react';
import { compareWords, DRAFT_AS_IT_WAS, takeAsDraftWords } from '../../../src/words/screens/statement/versions';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { Versions } from '../approvals/versions';
import { Comparison } from './comparison';
import { Exports } from './exports';
import { STATEMENT, type Statement } from './statement';

interface Props {
  statement: Statement;
  people: ReadonlyMap<string, string>;
  onDone: () => void;
}

/** Approved versions, to be compared with the draft, taken up again, taken back with a reason, and saved as files. */
export function StatementVersions({ statement, people, onDone }: Props) {
  const [compared, setCompared] = useState<number | null>(null);
  const restore = useAction('statement.restore');
  const { may, state, revision, versions } = statement;
  if (versions.length === 0) return null;
  const takeAsDraft = async (version: number) => {
    if ((await restore.run({ revision, version })) !== null) onDone();
  };
  return (
    <div className={layout.stack}>
      <Versions
        of={STATEMENT}
        course={statement}
        people={people}
        onDone={onDone}
        actions={(version) => (
          <>
            <LinkButton onClick={() => setCompared(version)}>{compareWords(version)}</LinkButton>
            {may.manage && state !== 'submitted' && (
              <LinkButton onClick={() => void takeAsDraft(version)}>{takeAsDraftWords(version)}</LinkButton>
            )}
          </>
        )}
      />
      {restore.action.state === 'failed' && <FailureBanner error={restore.action.error} title={DRAFT_AS_IT_WAS} />}
      {compared !== null && <Comparison statement={statement} from={compared} onClose={() => setCompared(null)} />}
      <Exports statement={statement} />
    </div>
  );
}
