import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { Namesakes } from './namesakes';
import { changesWords, isChange } from './plan-order';
import { PlanTable } from './plan-table';
import { ProjectChoice } from './project-choice';
import type { Project } from './projects';
import styles from './setup.module.css';

type Choices = Input<'setup.plan'>['choices'];
const CAREFUL: Choices = { sharedSchemes: 'copy', otherScreens: true, adopt: [] };

interface Props {
  onStarted: (runId: string) => void;
  onClose: () => void;
}

/** Choose a project, look at the plan, apply it. */
export function SetUpForm({ onStarted, onClose }: Props) {
  const [project, setProject] = useState<Project | null>(null);
  const [choices, setChoices] = useState(CAREFUL);
  // Kept while the plan is made again, so that a tick does not vanish under the pointer.
  const [offered, setOffered] = useState<Output<'setup.plan'>['namesakes']>([]);
  const plan = useAction('setup.plan');
  const apply = useAction('setup.apply');

  const change = (work: () => void) => {
    work();
    setOffered([]);
    plan.reset();
    apply.reset();
  };
  const show = async (projectId: string, next: Choices) => {
    setChoices(next);
    apply.reset();
    const made = await plan.run({ projectId, choices: next });
    if (made !== null) setOffered(made.namesakes);
  };
  const applyPlan = async (projectId: string, digest: string) => {
    const started = await apply.run({ projectId, choices, digest });
    if (started !== null) onStarted(started.runId);
  };
  return (
    <>
      <ProjectChoice
        project={project}
        onChoose={(chosen) =>
          change(() => {
            setProject(chosen);
            setChoices((before) => ({ ...before, adopt: [] }));
          })
        }
      />
      <ChoiceFields choices={choices} onChange={(next) => change(() => setChoices(next))} />
      <div className={styles.buttons}>
        <Button
          appearance={plan.action.state === 'done' ? 'default' : 'primary'}
          isDisabled={project === null}
          isLoading={plan.action.state === 'working'}
          onClick={() => project && void show(project.id, choices)}
        >
          Show the plan
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      {plan.action.state === 'failed' && <FailureBanner error={plan.action.error} title="The plan could not be made" />}
      {project && (
        <Namesakes
          namesakes={offered}
          adopted={choices.adopt}
          disabled={plan.action.state === 'working'}
          onChange={(adopt) => void show(project.id, { ...choices, adopt })}
        />
      )}
      {plan.action.state === 'done' && project && (
        <Plan
          plan={plan.action.data}
          project={project}
          copies={choices.sharedSchemes === 'copy'}
          applying={apply.action.state === 'working'}
          onApply={(digest) => void applyPlan(project.id, digest)}
        />
      )}
      {apply.action.state === 'failed' && <FailureBanner error={apply.action.error} title="Nothing was applied" />}
    </>
  );
}

function ChoiceFields({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  return (
    <fieldset className={styles.choices}>
      <legend>Choices</legend>
      <label>
        <input
          type="checkbox"
          checked={choices.sharedSchemes === 'extend'}
          onChange={(event) => onChange({ ...choices, sharedSchemes: event.currentTarget.checked ? 'extend' : 'copy' })}
        />
        Extend schemes that other projects share (otherwise this project gets copies of its own)
      </label>
      <label>
        <input
          type="checkbox"
          checked={choices.otherScreens}
          onChange={(event) => onChange({ ...choices, otherScreens: event.currentTarget.checked })}
        />
        Show the field “AIMS requirements” on the project’s other work types too
      </label>
    </fieldset>
  );
}

interface PlanProps {
  plan: Output<'setup.plan'>;
  project: Project;
  /** Schemes that other projects share are copied, not extended. */
  copies: boolean;
  applying: boolean;
  onApply: (digest: string) => void;
}

function Plan({ plan, project, copies, applying, onApply }: PlanProps) {
  const refused = plan.steps.filter((step) => step.impact === 'refuse').length;
  const changes = plan.steps.filter(isChange).length;
  const others = copies
    ? 'Schemes that other projects share stay as they are: this project gets copies.'
    : 'Schemes that other projects share are extended: those projects get the new work types too.';
  return (
    <div className={`${styles.plan} ${layout.stack}`} data-testid="plan">
      <p role="status">
        {changes === 0 && refused === 0 && `${project.name} has everything that it needs. There is nothing to apply.`}
        {changes > 0 && (
          <>
            {changes} of {plan.steps.length} steps change Jira: <strong>{changesWords(plan.steps)}</strong>. Nothing is
            removed. {others}
          </>
        )}
        {refused > 0 && ` ${refused} cannot be done: mend what they name, then show the plan again.`}
      </p>
      {changes > 0 && (
        <Button appearance="primary" isDisabled={refused > 0} isLoading={applying} onClick={() => onApply(plan.digest)}>
          Apply
        </Button>
      )}
      <PlanTable steps={plan.steps} />
    </div>
  );
}
