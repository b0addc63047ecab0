import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import Spinner from '@atlaskit/spinner';
import type { Output } from '../../../src/contract/procedures';
import { FailureBanner } from '../../shared/failure-banner';
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

interface Props {
  importId: string;
  applying: boolean;
  onApply: () => void;
}

/** What applying would do. Nothing has been changed yet. */
export function DryRun({ importId, applying, onApply }: Props) {
  const { reading, retry } = useProcedure('import.dryRun', { importId });
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
  return (
    <>
      <Facts report={report} />
      <div className="buttons">
        <Button
          appearance="primary"
          isDisabled={report.create + report.update === 0}
          isLoading={applying}
          onClick={onApply}
        >
          Apply
        </Button>
      </div>
      <Problems report={report} />
      <Silent report={report} />
    </>
  );
}

function Facts({ report }: { report: Report }) {
  const { issues } = report;
  const stages = Object.entries(report.byStage).map(([stage, count]) => `${count} ${stage.replaceAll('-', ' ')}`);
  return (
    <dl className="facts">
      <dt>Rows</dt>
      <dd>{report.rows}</dd>
      <dt>AI systems by stage</dt>
      <dd>{stages.join(', ') || 'none'}</dd>
      <dt>Issues to create</dt>
      <dd>
        {report.create}: {issues.systems} AI systems, {issues.records} records, {issues.risks} AI risks
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
        A cell that the mapping does not understand is taken as not known; its row is imported all the same.
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
            { key: code, content: code.replaceAll('-', ' ') },
            { key: column, content: column },
            { key: value, content: value },
          ],
        }))}
      />
    </section>
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
      <DynamicTable
        label="Statements that make no issue"
        head={SILENT_HEAD}
        rows={rows.map(({ requirementId, declaredNo, notAsked }, index) => ({
          key: String(index),
          cells: [
            { key: requirementId, content: requirementId },
            { key: declaredNo, content: declaredNo },
            { key: notAsked, content: notAsked },
          ],
        }))}
      />
    </section>
  );
}
