import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import {
  CREATE_NONCONFORMITY,
  findingWords,
  GRADE,
  GRADES_TO_RAISE,
  NOT_RAISED,
  PROJECT_TO_RAISE_IN,
  RAISE,
  RAISE_HINT,
  raisedUnlinkedWords,
  TYPE_MISSING,
} from '../../../src/words/conclusions';
import { SUMMARY_OF_NEW_ISSUE } from '../../../src/words/screens/shared/parts';
import { call } from '../../shared/bridge/call';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { useTask } from '../../shared/hooks/use-task';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ListChoice } from '../../shared/ui/list-choice';
import texts from '../../shared/ui/text.module.css';
import type { Conclusion, Raising, Subject } from './conclusion';
import styles from './conclusions.module.css';
import { createFinding } from './create-finding';

type Grade = keyof typeof GRADES_TO_RAISE;
const GRADES = (Object.keys(GRADES_TO_RAISE) as Grade[]).map((id) => ({ id, word: GRADES_TO_RAISE[id], count: null }));

interface Props {
  conclusion: Conclusion;
  requirement: Subject['requirement'];
  raising: Raising;
  onDone: () => void;
  onCancel: () => void;
}

/** The filled-in nonconformity: created in Jira as the person, then tied to the conclusion by the app. */
export function RaiseForm({ conclusion, requirement, raising, onDone, onCancel }: Props) {
  const { typeId } = raising;
  const { projectId, projects, choose } = useProject(raising.projectId);
  const [grade, setGrade] = useState<Grade>('minor');
  const [summary, setSummary] = useState(
    findingWords(numberOf(requirement.id), requirement.title, conclusion.system?.key ?? null),
  );
  const [created, setCreated] = useState<{ id: string; key: string } | null>(null);
  const { action, run } = useTask(async (where: { projectId: string; typeId: string }) => {
    // An issue that was created when tying it failed is not created twice.
    const issue = created ?? (await createFinding({ ...where, summary: summary.trim(), grade }, conclusion, raising));
    setCreated(issue);
    await call('conclusion.raise', { decisionId: conclusion.decisionId, issueId: issue.id });
    return issue;
  });
  const isReady = projectId !== null && typeId !== null && summary.trim() !== '';
  const raise = async () => {
    if (isReady && (await run({ projectId, typeId }))) onDone();
  };
  return (
    <form
      className={styles.form}
      aria-label={RAISE}
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <p className={texts.aside}>{RAISE_HINT}</p>
      {projects.length > 1 && (
        <Select
          aria-label={PROJECT_TO_RAISE_IN}
          options={projects}
          value={projects.find(({ value }) => value === projectId) ?? null}
          onChange={(option) => option && choose(option.value)}
        />
      )}
      <ListChoice label={GRADE} choices={GRADES} chosen={grade} onChoose={setGrade} />
      <Textfield
        autoFocus
        aria-label={SUMMARY_OF_NEW_ISSUE}
        value={summary}
        maxLength={250}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <div className={layout.buttons}>
        <Button type="submit" appearance="primary" isDisabled={!isReady} isLoading={action.state === 'working'}>
          {CREATE_NONCONFORMITY}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {typeId === null && <p className={texts.aside}>{TYPE_MISSING}</p>}
      {action.state === 'failed' && (
        <FailureBanner error={action.error} title={created === null ? NOT_RAISED : raisedUnlinkedWords(created.key)} />
      )}
    </form>
  );
}

/** The project that is known; else one of those that take part and the viewer may see. */
function useProject(known: string | null) {
  const { reading } = useProcedure('projects.list', { projectId: null }, { enabled: known === null });
  const projects =
    known === null && reading.state === 'loaded'
      ? reading.data.projects.map(({ projectId, name, key }) => ({ value: projectId, label: `${name} (${key})` }))
      : [];
  const [chosen, choose] = useState<string | null>(null);
  return { projectId: known ?? chosen ?? projects[0]?.value ?? null, projects, choose };
}
