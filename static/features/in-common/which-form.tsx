import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import { IN_COMMON_WORDS, WHICH_WORDS } from '../../../src/words/in-common';
import { CONDITION_WORDS } from '../../../src/words/statement-rows';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import texts from '../../shared/ui/text.module.css';
import styles from './in-common.module.css';
import { NamedSystems } from './named-systems';

type View = Output<'inCommon.read'>;
type Systems = Input<'inCommon.edit'>['systems'];
type Kind = Systems['which'];
type Condition = Extract<Systems, { which: 'condition' }>['condition'];

const KINDS = Object.keys(WHICH_WORDS) as Kind[];
const CONDITIONS = Object.entries(CONDITION_WORDS).map(([value, label]) => ({ value: value as Condition, label }));

interface Props {
  issueId: string;
  requirement: View['requirements'][number];
  projects: View['projects'];
  /** It is not any more as it was saved. */
  onChange: () => void;
  onSaved: () => void;
}

/** For which AI systems it is to count: by a condition, a project, one by one, or all with a reason. */
export function WhichForm({ issueId, requirement, projects, onChange, onSaved }: Props) {
  const { systems: saved, revision, requirementId } = requirement;
  const [kind, setKind] = useState<Kind | null>(saved?.which ?? null);
  const [condition, setCondition] = useState<Condition | null>(saved?.which === 'condition' ? saved.condition : null);
  const [projectId, setProjectId] = useState(saved?.which === 'project' ? saved.projectId : null);
  const [named, setNamed] = useState(saved?.which === 'systems' ? saved.issues : []);
  const [reason, setReason] = useState(saved?.which === 'every' ? saved.reason : '');
  const [note, setNote] = useState(requirement.note);
  const { action, run } = useAction('inCommon.edit');
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      onChange();
    };
  const systems = chosen({ kind, condition, projectId, issueIds: named.map((issue) => issue.issueId), reason });
  const save = async () => {
    if (systems !== null && (await run({ issueId, requirementId, revision, systems, note }))) onSaved();
  };
  const projectOptions = projects.map(({ projectId: value, name }) => ({ value, label: name }));
  return (
    <div className={styles.form}>
      <fieldset className={styles.kinds}>
        <legend>{IN_COMMON_WORDS.row}</legend>
        {KINDS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`which ${requirementId}`}
              checked={kind === one}
              onChange={() => changed(setKind)(one)}
            />
            {WHICH_WORDS[one]}
          </label>
        ))}
      </fieldset>
      {kind === 'condition' && (
        <Select
          aria-label={IN_COMMON_WORDS.condition}
          options={CONDITIONS}
          value={CONDITIONS.find(({ value }) => value === condition) ?? null}
          onChange={(option) => option && changed(setCondition)(option.value)}
        />
      )}
      {kind === 'project' && (
        <Select
          aria-label={IN_COMMON_WORDS.project}
          options={projectOptions}
          value={projectOptions.find(({ value }) => value === projectId) ?? null}
          onChange={(option) => option && changed(setProjectId)(option.value)}
        />
      )}
      {kind === 'systems' && <NamedSystems issueId={issueId} named={named} onChange={changed(setNamed)} />}
      {kind === 'systems' && saved?.which === 'systems' && saved.hidden > 0 && (
        <p className={texts.aside}>{IN_COMMON_WORDS.hidden}</p>
      )}
      {kind === 'every' && (
        <TextArea
          aria-label={IN_COMMON_WORDS.reason}
          placeholder={IN_COMMON_WORDS.reason}
          minimumRows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => changed(setReason)(event.currentTarget.value)}
        />
      )}
      {kind !== null && (
        <TextArea
          aria-label={IN_COMMON_WORDS.note}
          placeholder={IN_COMMON_WORDS.note}
          minimumRows={1}
          maxLength={1_000}
          value={note}
          onChange={(event) => changed(setNote)(event.currentTarget.value)}
        />
      )}
      <div>
        <Button isDisabled={systems === null} isLoading={action.state === 'working'} onClick={() => void save()}>
          {IN_COMMON_WORDS.save}
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={IN_COMMON_WORDS.saveFailed} />}
    </div>
  );
}

interface Chosen {
  kind: Kind | null;
  condition: Condition | null;
  projectId: string | null;
  issueIds: string[];
  reason: string;
}

/** What is chosen, or null while nothing is that could be saved. */
function chosen({ kind, condition, projectId, issueIds, reason }: Chosen): Systems | null {
  switch (kind) {
    case null:
      return null;
    case 'condition':
      return condition && { which: kind, condition };
    case 'project':
      return projectId === null ? null : { which: kind, projectId };
    case 'systems':
      return { which: kind, issueIds };
    case 'every':
      return { which: kind, reason };
  }
}
