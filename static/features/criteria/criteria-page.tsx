import Heading from '@atlaskit/heading';
import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';
import type { CriteriaRow } from '../../../src/contract/criteria';
import type { Output } from '../../../src/contract/procedures';
import {
  ACCEPTANCE_RULE,
  CRITERIA_FIELDS,
  CRITERIA_INTRO,
  CRITERIA_NOT_SHOWN,
  CRITERIA_PARTS,
  criteriaRowWords,
  LEVEL_RULE,
  LOADING_CRITERIA,
  NOTHING_WRITTEN,
  PROPOSAL,
} from '../../../src/words/criteria';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { Approval } from '../approvals/approval';
import { Course } from '../approvals/course';
import { usePeopleOfCourse } from '../approvals/course-view';
import { Versions } from '../approvals/versions';
import { CriteriaEffect } from './criteria-effect';
import { CriteriaRows } from './criteria-rows';

type Criteria = Output<'criteria.read'>;

const CRITERIA = { kind: 'criteria', subject: 'organisation' } as const;

/** Risk criteria (6.1.1, 6.1.2): complete from the start, changed row by row, and approved by a second person. */
export function CriteriaPage() {
  const { reading, retry } = useProcedure('criteria.read', {});
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_CRITERIA} failed={CRITERIA_NOT_SHOWN}>
      {(criteria) => <Loaded criteria={criteria} onWritten={retry} />}
    </ReadView>
  );
}

function Loaded({ criteria, onWritten }: { criteria: Criteria; onWritten: () => void }) {
  const people = usePeopleOfCourse(criteria);
  const { action, run } = useAction('criteria.edit');
  const [changing, setChanging] = useState<string | null>(null);
  const { rows, state, revision, may, isProposal } = criteria;
  const mayWrite = may.manage && state !== 'submitted';
  const write = async (row: CriteriaRow) => {
    if ((await run({ revision, rows: [row] })) === null) return;
    setChanging(null);
    onWritten();
  };
  const titles = new Map(rows.map(({ row }) => [row.key, criteriaRowWords(row.key)]));
  const parts = [...new Set(rows.map(({ row }) => partOf(row.key)))];
  return (
    <div className={`${layout.main} ${layout.stack}`}>
      <p>{CRITERIA_INTRO}</p>
      {isProposal && <SectionMessage>{PROPOSAL}</SectionMessage>}
      <Course
        of={CRITERIA}
        course={criteria}
        people={people}
        blocked={criteria.open === null ? [] : [criteria.open]}
        toSubmit={async () => (isProposal ? ((await run({ revision, rows: [] }))?.revision ?? null) : revision)}
        approval={(onDecided) => (
          <Approval
            {...CRITERIA}
            titles={titles}
            fields={CRITERIA_FIELDS}
            changed={new Set(rows.flatMap(({ row, isChanged }) => (isChanged ? [row.key] : [])))}
            effect={<CriteriaEffect />}
            onDone={onDecided}
          />
        )}
        onDone={onWritten}
      />
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_WRITTEN} />}
      {parts.map((part) => (
        <section key={part} className={layout.stack} aria-labelledby={`part-${part}`}>
          <Heading size="small" as="h2" id={`part-${part}`}>
            {CRITERIA_PARTS[part] ?? part}
          </Heading>
          {part === 'threshold' && <p className={texts.aside}>{LEVEL_RULE}</p>}
          {part === 'band' && <p className={texts.aside}>{ACCEPTANCE_RULE}</p>}
          <CriteriaRows
            rows={rows.filter(({ row }) => partOf(row.key) === part)}
            mayWrite={mayWrite}
            changing={changing}
            onChange={setChanging}
            isWriting={action.state === 'working'}
            write={write}
          />
        </section>
      ))}
      <Versions
        of={CRITERIA}
        course={criteria}
        people={people}
        onDone={onWritten}
        titles={titles}
        fields={CRITERIA_FIELDS}
      />
    </div>
  );
}

const partOf = (key: string): string => key.split('/')[0] ?? key;
