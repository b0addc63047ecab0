import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { SAVE_FIRST } from '../../../src/words/approval';
import { IN_COMMON_FIELDS, IN_COMMON_OPEN, IN_COMMON_WORDS, inCommonStandingWords } from '../../../src/words/in-common';
import { useProcedure } from '../../shared/hooks/use-procedure';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import { SubjectCourse } from '../approvals/subject-course';
import { Which } from './which';
import { WhichForm } from './which-form';

type View = Output<'inCommon.read'>;
type Requirement = View['requirements'][number];

interface Props {
  issueId: string;
  /** Something was decided that figures hang on. */
  onDecided: () => void;
}

/** For which AI systems this work or record counts, requirement by requirement: said by one person, approved by another. */
export function InCommon({ issueId, onDecided }: Props) {
  const { reading, retry } = useProcedure('inCommon.read', { issueId });
  const done = () => {
    retry();
    onDecided();
  };
  return (
    <ReadView reading={reading} retry={retry} waiting={IN_COMMON_WORDS.loading} failed={IN_COMMON_WORDS.failed}>
      {({ requirements, projects }) => (
        <div className={layout.stack}>
          {requirements.length === 0 && <p>{IN_COMMON_WORDS.nothing}</p>}
          {requirements.map((requirement) => (
            <One
              key={`${requirement.requirementId} ${requirement.revision}`}
              issueId={issueId}
              requirement={requirement}
              projects={projects}
              onDone={done}
            />
          ))}
        </div>
      )}
    </ReadView>
  );
}

interface OneProps {
  issueId: string;
  requirement: Requirement;
  projects: View['projects'];
  onDone: () => void;
}

function One({ issueId, requirement, projects, onDone }: OneProps) {
  const [isSaved, setSaved] = useState(true);
  const { requirementId, title, subject, systems, standing, may, state, isChanged } = requirement;
  const mayWrite = may.manage && state !== 'submitted';
  const says = systems !== null && (systems.which !== 'systems' || systems.issues.length + systems.hidden > 0);
  const nameOf = (field: string, value: unknown): string | null => {
    if (field === 'projectId')
      return projects.find(({ projectId }) => projectId === value)?.name ?? IN_COMMON_WORDS.someProject;
    if (field !== 'systems' || !Array.isArray(value) || systems?.which !== 'systems')
      return IN_COMMON_FIELDS.value(field, value);
    const issues = new Map(systems.issues.map((issue) => [`jira:${issue.issueId}`, `${issue.key} ${issue.summary}`]));
    return value.map((id) => issues.get(String(id)) ?? IN_COMMON_WORDS.someSystem).join('\n');
  };
  return (
    <section className={layout.stack} aria-label={`${numberOf(requirementId)} ${title}`}>
      <p>
        <strong>
          {numberOf(requirementId)} {title}
        </strong>
      </p>
      <p>{inCommonStandingWords(standing)}</p>
      {mayWrite ? (
        <WhichForm
          issueId={issueId}
          requirement={requirement}
          projects={projects}
          onChange={() => setSaved(false)}
          onSaved={onDone}
        />
      ) : (
        systems && <Which requirement={requirement} projects={projects} />
      )}
      <SubjectCourse
        of={{ kind: 'in-common', subject }}
        course={requirement}
        blocked={!isSaved ? [SAVE_FIRST] : says ? [] : [IN_COMMON_OPEN]}
        titles={new Map([['for', IN_COMMON_WORDS.row]])}
        fields={{ names: IN_COMMON_FIELDS.names, value: nameOf }}
        changed={new Set(isChanged ? ['for'] : [])}
        onDone={onDone}
      />
    </section>
  );
}
