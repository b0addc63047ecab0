import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import Spinner from '@atlaskit/spinner';
import type { Input, Output } from '../../../src/contract/procedures';
import { countWords } from '../../../src/words/numbers';
import {
  ANSWER_NOT_KEPT,
  BY_STAGE,
  CHECK_NOT_DISCARDED,
  CHECKING_ROWS,
  emptyTooWords,
  importWords,
  KEEP_ANSWERS,
  NOTHING_TO_IMPORT,
  newIssuesWords,
  ROWS_NOT_CHECKED,
  rowsWords,
  stageNotKnownWords,
  THERE_ALREADY,
  TO_CREATE,
  TO_UPDATE,
  whyEmptyWords,
} from '../../../src/words/screens/setup/dry-run';
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
        <Spinner label={CHECKING_ROWS} /> {CHECKING_ROWS}
      </div>
    );
  }
  if (reading.state === 'failed') {
    return <FailureBanner error={reading.error} title={ROWS_NOT_CHECKED} onRetry={retry} />;
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
            label={emptyTooWords(report.emptied.fields)}
            isChecked={report.emptied.clear}
            onChange={() => {
              if (!asking) void answerNow({ about: 'emptied', clear: !report.emptied.clear });
            }}
          />
          <p className={texts.aside}>{whyEmptyWords(report.emptied.fields)}</p>
        </section>
      )}
      {answer.action.state === 'failed' && <FailureBanner error={answer.action.error} title={ANSWER_NOT_KEPT} />}
      {changes === 0 && <p>{NOTHING_TO_IMPORT}</p>}
      <div className={styles.buttons}>
        {(changes > 0 || isRecognised) && (
          <Button appearance="primary" isLoading={applying} isDisabled={asking} onClick={onApply}>
            {changes > 0 ? importWords(changes) : KEEP_ANSWERS}
          </Button>
        )}
        <Button isLoading={discard.action.state === 'working'} onClick={() => void discardNow()}>
          Discard
        </Button>
      </div>
      {discard.action.state === 'failed' && <FailureBanner error={discard.action.error} title={CHECK_NOT_DISCARDED} />}
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
  if (stageNotKnown.count > 0) stages.push(stageNotKnownWords(stageNotKnown.count, plain(stageNotKnown.countsAs)));
  return (
    <dl className={styles.facts}>
      <dt>Rows</dt>
      <dd>{rowsWords(report.rows, nameless)}</dd>
      <dt>{BY_STAGE}</dt>
      <dd>{stages.join(', ') || 'none'}</dd>
      <dt>{TO_CREATE}</dt>
      <dd>{newIssuesWords(report.create, issues)}</dd>
      <dt>{TO_UPDATE}</dt>
      <dd>{report.update}</dd>
      <dt>{THERE_ALREADY}</dt>
      <dd>{report.unchanged}</dd>
      <dt>Problems</dt>
      <dd>{countWords(report.problemCount)}</dd>
    </dl>
  );
}
