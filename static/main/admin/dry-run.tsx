import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { agreeing, counted } from '../../shared/count';
import { FailureBanner } from '../../shared/failure-banner';
import { useAction } from '../../shared/use-action';
import { useProcedure } from '../../shared/use-procedure';

type Report = Output<'import.dryRun'>;

const ROWS_PER_PAGE = 20;
const PROBLEM_HEAD = {
  cells: [
    { key: 'line', content: 'Line', isSortable: true, width: 10 },
    { key: 'code', content: 'Problem', isSortable: true, width: 25 },
    { key: 'column', content: 'Column', isSortable: true, width: 30 },
    { key: 'value', content: 'Value', width: 35 },
  ],
};
const SILENT_HEAD = {
  cells: [
    { key: 'requirement', content: 'Requirement' },
    { key: 'no', content: 'Declared “no”' },
    { key: 'not-asked', content: 'Not asked' },
  ],
};

/** What to do where a row is not imported as it stands; every other cell is only taken as not known. */
const REMEDIES: Readonly<Record<string, string>> = {
  'name-missing': 'The row makes no issue. Give it a name in the file, then check the file again.',
};

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
  if (reading.state === 'loading') {
    return (
      <div className="waiting">
        <Spinner label="Checking the rows" /> Checking the rows
      </div>
    );
  }
  if (reading.state === 'failed') {
    return <FailureBanner error={reading.error} title="The rows could not be checked" onRetry={retry} />;
  }
  const report = reading.data;
  const changes = report.create + report.update;
  return (
    <>
      <Facts report={report} />
      {changes === 0 && <p>There is nothing to import.</p>}
      <div className="buttons">
        {changes > 0 && (
          <Button appearance="primary" isLoading={applying} onClick={onApply}>
            Import {counted(changes, 'issue', 'issues')}
          </Button>
        )}
        <Button isLoading={discard.action.state === 'working'} onClick={() => void discardNow()}>
          Discard
        </Button>
      </div>
      {discard.action.state === 'failed' && (
        <FailureBanner error={discard.action.error} title="The check was not discarded" />
      )}
      <Problems report={report} />
      <Silent report={report} />
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
    <dl className="facts">
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
      <dd>{report.problemCount}</dd>
    </dl>
  );
}

function Problems({ report }: { report: Report }) {
  if (report.problems.length === 0) return null;
  return (
    <section className="import-part">
      <Heading size="xsmall" as="h3">
        Problems
      </Heading>
      <p className="subtle small">
        A cell that the mapping does not understand is taken as not known; its row is imported all the same, unless it
        has no name.
        {report.problemCount > report.problems.length && ` The first ${report.problems.length} are listed.`}
      </p>
      <DynamicTable
        label="Problems"
        head={PROBLEM_HEAD}
        rowsPerPage={ROWS_PER_PAGE}
        rows={report.problems.map(({ line, code, column, value }, index) => ({
          key: String(index),
          cells: [
            { key: line, content: line },
            { key: code, content: <Problem code={code} /> },
            { key: column, content: column },
            { key: value, content: value },
          ],
        }))}
      />
    </section>
  );
}

function Problem({ code }: { code: string }) {
  return (
    <>
      {plain(code)}
      {REMEDIES[code] !== undefined && <div className="subtle small">{REMEDIES[code]}</div>}
    </>
  );
}

function Silent({ report }: { report: Report }) {
  const rows = report.silent.filter(({ declaredNo, notAsked }) => declaredNo + notAsked > 0);
  if (rows.length === 0) return null;
  return (
    <section className="import-part">
      <Heading size="xsmall" as="h3">
        Statements that make no issue
      </Heading>
      <p className="subtle small">
        Where the file says that something is not done, or nothing at all, no work is made of it and the requirement
        stays open. Declared “no”: so many rows say that it is not done. Not asked: so many leave the cell empty, or say
        that it does not apply.
      </p>
      <DynamicTable
        label="Statements that make no issue"
        head={SILENT_HEAD}
        rows={rows.map(({ requirementId, declaredNo, notAsked }, index) => ({
          key: String(index),
          cells: [
            { key: requirementId, content: numberOf(requirementId) },
            { key: declaredNo, content: declaredNo },
            { key: notAsked, content: notAsked },
          ],
        }))}
      />
    </section>
  );
}
