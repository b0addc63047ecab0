import { DRAFT_AS_IT_WAS, takeAsDraftWords } from '../../../src/words/screens/statement/versions';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { Versions } from '../approvals/versions';
import { Exports } from './exports';
import { STATEMENT, type Statement, titlesOf } from './statement';

interface Props {
  statement: Statement;
  people: ReadonlyMap<string, string>;
  onDone: () => void;
}

/** Approved versions, to be compared, taken up again, taken back with a reason, and saved as files. */
export function StatementVersions({ statement, people, onDone }: Props) {
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
        titles={titlesOf(statement)}
        actions={(version) =>
          may.manage &&
          state !== 'submitted' && (
            <LinkButton onClick={() => void takeAsDraft(version)}>{takeAsDraftWords(version)}</LinkButton>
          )
        }
      />
      {restore.action.state === 'failed' && <FailureBanner error={restore.action.error} title={DRAFT_AS_IT_WAS} />}
      <Exports statement={statement} />
    </div>
  );
}
