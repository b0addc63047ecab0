import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Spinner from '@atlaskit/spinner';
import type { Input, Output } from '../../../src/contract/procedures';
import { agreeing, counted, countWords } from '../../../src/words/numbers';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import texts from '../../shared/ui/text.module.css';
import waiting from '../../shared/ui/waiting.module.css';
import { Claims, NoRisk } from './dry-run-claims';
import { Problems } from './dry-run-problems';
import { Renamed } from './dry-run-renamed';
import styles from './setup.module.css';

type Report = Output<'import.dryRun'>;

interface Props {
  importId: string;
  applying: boolean;
  onApply: () => void;
  onDiscarded: () => void;
}

/** What applying would do. Nothing has been changed yet. */
export function DryRun({ importId, applying, onApply, onDiscarded }: Props) {
  const { reading, retry } = useProcedure('import.dryRun', { importId });
  const discard = useAction('import.discard');
  const discardNow = async () => {
    if ((await discard.run({ importId })) !== null) onDiscarded();
  };
  const answer = useAction('import.answer');
  const answerNow = async (said: Input<'import.answer'>['answer']) => {
    if ((await answer.run({ importId, answer: said })) !== null) retry();
  };
  if (reading.state === 'loading') {
    return (
      <div className={waiting.waiting}>
        <Spinner label="Checking the rows" /> Checking the rows
      </div>
    );
  }
  if (reading.state === 'failed') {
    return <FailureBanner error={reading.error} title="The rows could not be checked" onRetry={retry} />;
  }
  const report = reading.data;
  const changes = report.create + report.update;
  // A system that people renamed in Jira already is only known by its new name from now on.
  const isRecognised = report.renamed.some(({ answer: said }) => said !== null && said !== 'another');
  const asking = answer.action.state === 'working' || reading.refreshing;
  return (
    <>
      <Facts report={report} />
      <Renamed
        renamed={report.renamed}
        count={report.renamedCount}
        isBusy={asking}
        onAnswer={(said) => void answerNow(said)}
      />
      {report.emptied.fields > 0 && (
        <section className={styles.importPart}>
          <Checkbox
            label={`Empty ${counted(report.emptied.fields, 'field', 'fields')} in Jira too, as the file leaves ${agreeing(report.emptied.fields, 'it', 'them')} empty now`}
            isChecked={report.emptied.clear}
            onChange={() => {
              if (!asking) void answerNow({ about: 'emptied', clear: !report.emptied.clear });
            }}
          />
          <p className={texts.aside}>
            An earlier import filled {agreeing(report.emptied.fields, 'it', 'them')}, and nobody changed{' '}
            {agreeing(report.emptied.fields, 'it', 'them')} since. Unless you say so,{' '}
            {agreeing(report.emptied.fields, 'it stays', 'they stay')}.
          </p>
        </section>
      )}
      {answer.action.state === 'failed' && (
        <FailureBanner error={answer.action.error} title="The answer was not kept" />
      )}
      {changes === 0 && <p>There is nothing to import.</p>}
      <div className={styles.buttons}>
        {(changes > 0 || isRecognised) && (
          <Button appearance="primary" isLoading={applying} isDisabled={asking} onClick={onApply}>
            {changes > 0 ? `Import ${counted(changes, 'issue', 'issues')}` : 'Keep the answers'}
          </Button>
        )}
        <Button isLoading={discard.action.state === 'working'} onClick={() => void discardNow()}>
          Discard
        </Button>
      </div>
      {discard.action.state === 'failed' && (
        <FailureBanner error={discard.action.error} title="The check was not discarded" />
      )}
      <Problems key={report.problemCount} importId={importId} report={report} />
      <Claims claims={report.claims} />
      <NoRisk noRisk={report.noRisk} />
    </>
  );
}

const plain = (word: string): string => word.replaceAll('-', ' ');

function Facts({ report }: { report: Report }) {
  const { issues, nameless, stageNotKnown } = report;
  const stages = Object.entries(report.byStage).map(([stage, count]) => `${count} ${plain(stage)}`);
  if (stageNotKnown.count > 0)
    stages.push(`${stageNotKnown.count} stage not known (counts as ${plain(stageNotKnown.countsAs)})`);
  return (
    <dl className={styles.facts}>
      <dt>Rows</dt>
      <dd>
        {report.rows}
        {nameless > 0 && `, ${nameless} of them without a name, which ${agreeing(nameless, 'makes', 'make')} no issue`}
      </dd>
      <dt>AI systems by stage</dt>
      <dd>{stages.join(', ') || 'none'}</dd>
      <dt>Issues to create</dt>
      <dd>
        {report.create}
        {report.create > 0 &&
          `: ${[
            counted(issues.systems, 'AI system', 'AI systems'),
            counted(issues.records, 'record', 'records'),
            counted(issues.risks, 'AI risk', 'AI risks'),
          ].join(', ')}`}
      </dd>
      <dt>Issues to update</dt>
      <dd>{report.update}</dd>
      <dt>There already</dt>
      <dd>{report.unchanged}</dd>
      <dt>Problems</dt>
      <dd>{countWords(report.problemCount)}</dd>
    </dl>
  );
}
