import { useRef, useState } from 'react';
import { LOADING_STATEMENT, NOTHING_WRITTEN, STATEMENT_NOT_SHOWN } from '../../../src/words/screens/statement/page';
import { useAction } from '../../shared/hooks/use-action';
import { usePanel } from '../../shared/hooks/use-panel';
import { usePeople } from '../../shared/hooks/use-people';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import { SidePanel } from '../../shared/ui/side-panel';
import { Bulk } from './bulk';
import { ControlTable } from './control-table';
import { StatementCourse } from './course';
import { OwnControl } from './own-control';
import { RowPanel } from './row-panel';
import type { Edit, Statement } from './statement';
import { ToReview } from './to-review';
import { StatementVersions } from './versions';

/** The Statement of Applicability (6.1.3): whether each control applies, and why; a draft, and what was approved of it. */
export function StatementPage() {
  const { reading, retry } = useProcedure('statement.read', {});
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_STATEMENT} failed={STATEMENT_NOT_SHOWN}>
      {(statement) => <Loaded statement={statement} onWritten={retry} />}
    </ReadView>
  );
}

function Loaded({ statement, onWritten }: { statement: Statement; onWritten: () => void }) {
  const container = useRef<HTMLDivElement>(null);
  const panel = usePanel('control', container);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { action, run } = useAction('statement.edit');
  const people = usePeople([
    ...statement.rows.flatMap(({ row, approved }) => [row?.responsible ?? null, approved?.responsible ?? null]),
    ...statement.versions.flatMap(({ by, withdrawn }) => [by, withdrawn?.by ?? null]),
    statement.submitted?.by ?? null,
    statement.returned?.by ?? null,
  ]);
  const mayWrite = statement.may.manage && statement.state !== 'submitted';
  const write = async (rows: readonly Edit[]): Promise<boolean> => {
    const written = await run({ revision: statement.revision, rows: [...rows] });
    if (written !== null) onWritten();
    return written !== null;
  };
  const opened = statement.rows.find(({ key }) => key === panel.opened?.id);
  return (
    <div className={layout.split} ref={container}>
      <div className={`${layout.main} ${layout.stack}`}>
        <ToReview statement={statement} />
        <StatementCourse statement={statement} people={people} onDone={onWritten} />
        {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_WRITTEN} />}
        {mayWrite && <Bulk statement={statement} chosen={chosen} onChoose={setChosen} write={write} />}
        <ControlTable
          statement={statement}
          people={people}
          chosen={mayWrite ? chosen : null}
          onChoose={setChosen}
          onOpen={panel.open}
          opened={panel.opened?.id ?? null}
        />
        {mayWrite && <OwnControl groups={statement.groups} write={write} />}
        <StatementVersions statement={statement} people={people} onDone={onWritten} />
      </div>
      {panel.opened && opened && (
        <SidePanel
          key={opened.key}
          label={`${opened.number} ${opened.title}`}
          top={panel.opened.top}
          onClose={panel.close}
        >
          <RowPanel row={opened} statement={statement} people={people} mayWrite={mayWrite} write={write} />
        </SidePanel>
      )}
    </div>
  );
}
