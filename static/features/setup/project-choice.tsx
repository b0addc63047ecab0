import Button from '@atlaskit/button/new';
import { AsyncSelect } from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import {
  CHOOSE_PROJECT,
  CREATE_INSTEAD,
  CREATE_PROJECT,
  KEY_RULE,
  NEW_PROJECT,
  NEW_PROJECT_NAME,
  PROJECT_NOT_CREATED,
  RELOAD,
  TEAM_MANAGED,
} from '../../../src/words/screens/setup/plan';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import { findProjects, type Project } from './projects';
import styles from './setup.module.css';

interface Props {
  project: Project | null;
  onChoose: (project: Project | null) => void;
}

/** An existing company-managed project, or a new one. */
export function ProjectChoice({ project, onChoose }: Props) {
  const [creating, setCreating] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const load = (text: string) =>
    findProjects(text).catch((error: Error) => {
      setRefused(error.message);
      return [];
    });
  return (
    <>
      <div className={styles.field}>
        <label htmlFor="project">Project</label>
        <AsyncSelect<Project>
          inputId="project"
          autoFocus
          defaultOptions
          loadOptions={load}
          value={project}
          onChange={onChoose}
          getOptionValue={(option) => option.id}
          getOptionLabel={(option) => `${option.name} (${option.key})${option.teamManaged ? `, ${TEAM_MANAGED}` : ''}`}
          isOptionDisabled={(option) => option.teamManaged}
          placeholder={CHOOSE_PROJECT}
        />
        {refused !== null && (
          <p role="alert" className={styles.fieldError}>
            {refused} {RELOAD}
          </p>
        )}
      </div>
      {creating ? (
        <NewProject onCreated={onChoose} onCancel={() => setCreating(false)} />
      ) : (
        <LinkButton onClick={() => setCreating(true)}>{CREATE_INSTEAD}</LinkButton>
      )}
    </>
  );
}

function NewProject({ onCreated, onCancel }: { onCreated: (project: Project) => void; onCancel: () => void }) {
  const { action, run } = useAction('setup.createProject');
  const [name, setName] = useState(NEW_PROJECT_NAME);
  const [key, setKey] = useState('AIMS');
  const fits = /^[A-Z][A-Z0-9]{1,9}$/.test(key) && name.trim() !== '';
  const create = async () => {
    const made = await run({ key, name });
    if (made === null) return;
    onCreated({ id: made.projectId, key, name, teamManaged: false });
    onCancel();
  };
  return (
    <fieldset className={styles.newProject}>
      <legend>{NEW_PROJECT}</legend>
      <div className={styles.field}>
        <label htmlFor="new-name">Name</label>
        <Textfield id="new-name" value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
      </div>
      <div className={styles.field}>
        <label htmlFor="new-key">Key</label>
        <Textfield
          id="new-key"
          value={key}
          maxLength={10}
          isInvalid={!fits}
          aria-describedby="new-key-rule"
          onChange={(event) => setKey(event.currentTarget.value.toUpperCase())}
        />
        <p id="new-key-rule" className={texts.aside}>
          {KEY_RULE}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" isDisabled={!fits || action.state === 'working'} onClick={() => void create()}>
          {CREATE_PROJECT}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={PROJECT_NOT_CREATED} />}
    </fieldset>
  );
}
