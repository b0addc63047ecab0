import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Input, Output } from '../../../src/contract/procedures';
import {
  EXTEND_SCHEMES,
  FIELD_ON_OTHER_TYPES,
  leftAloneWords,
  NOTHING_APPLIED,
  nothingToApplyWords,
  PLAN_NOT_MADE,
  refusedStepsWords,
  SHOW_PLAN,
  stepsThatChangeWords,
} from '../../../src/words/screens/setup/plan';
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
          {SHOW_PLAN}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      {plan.action.state === 'failed' && <FailureBanner error={plan.action.error} title={PLAN_NOT_MADE} />}
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
          sharedSchemes={choices.sharedSchemes}
          applying={apply.action.state === 'working'}
          onApply={(digest) => void applyPlan(project.id, digest)}
        />
      )}
      {apply.action.state === 'failed' && <FailureBanner error={apply.action.error} title={NOTHING_APPLIED} />}
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
        {EXTEND_SCHEMES}
      </label>
      <label>
        <input
          type="checkbox"
          checked={choices.otherScreens}
          onChange={(event) => onChange({ ...choices, otherScreens: event.currentTarget.checked })}
        />
        {FIELD_ON_OTHER_TYPES}
      </label>
    </fieldset>
  );
}

interface PlanProps {
  plan: Output<'setup.plan'>;
  project: Project;
  sharedSchemes: Choices['sharedSchemes'];
  applying: boolean;
  onApply: (digest: string) => void;
}

function Plan({ plan, project, sharedSchemes, applying, onApply }: PlanProps) {
  const refused = plan.steps.filter((step) => step.impact === 'refuse').length;
  const changes = plan.steps.filter(isChange).length;
  return (
    <div className={`${styles.plan} ${layout.stack}`} data-testid="plan">
      <p role="status">
        {changes === 0 && refused === 0 && nothingToApplyWords(project.name)}
        {changes > 0 && (
          <>
            {stepsThatChangeWords(changes, plan.steps.length)} <strong>{changesWords(plan.steps)}</strong>.{' '}
            {leftAloneWords(sharedSchemes)}
          </>
        )}
        {refused > 0 && ` ${refusedStepsWords(refused)}`}
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
