import Button, { ButtonGroup } from '@atlaskit/button';
import Checkbox from '@atlaskit/checkbox';
import Select from '@atlaskit/select';
import { view } from '@forge/bridge';
import { useState } from 'react';
import {
  LOADING_PROJECTS,
  PROJECTS_NOT_LISTED,
  SHOW_LOOK_HERE,
  SHOW_TREND,
  WHOLE_ORGANISATION,
} from '../../../src/words/screens/gadget';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { ReadView } from '../../shared/ui/read-view';
import styles from './gadget.module.css';
import type { Settings } from './settings';

interface ScopeOption {
  value: string | null;
  label: string;
}

const ORGANISATION: ScopeOption = { value: null, label: WHOLE_ORGANISATION };

/** What the gadget shows: kept by Jira with the dashboard. */
export function GadgetForm({ settings }: { settings: Settings }) {
  const { reading, retry } = useProcedure('projects.list', { projectId: null });
  const [wanted, setWanted] = useState(settings);
  const change = (part: Partial<Settings>) => setWanted((now) => ({ ...now, ...part }));
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_PROJECTS} failed={PROJECTS_NOT_LISTED}>
      {({ projects }) => {
        const scopes: ScopeOption[] = [
          ORGANISATION,
          ...projects.map(({ projectId, key, name }) => ({ value: projectId, label: `${name} (${key})` })),
        ];
        return (
          <form
            className={`${styles.gadget} ${styles.form}`}
            data-testid="gadget"
            onSubmit={(event) => {
              event.preventDefault();
              void view.submit(wanted);
            }}
          >
            <div>
              <label htmlFor="gadget-scope">Scope</label>
              <Select
                inputId="gadget-scope"
                options={scopes}
                value={scopes.find(({ value }) => value === wanted.projectId) ?? ORGANISATION}
                onChange={(option) => change({ projectId: option?.value ?? null })}
              />
            </div>
            <Checkbox
              label={SHOW_TREND}
              isChecked={wanted.showTrend}
              onChange={(event) => change({ showTrend: event.currentTarget.checked })}
            />
            <Checkbox
              label={SHOW_LOOK_HERE}
              isChecked={wanted.showLookHere}
              onChange={(event) => change({ showLookHere: event.currentTarget.checked })}
            />
            <ButtonGroup label="Form">
              <Button appearance="primary" type="submit">
                Save
              </Button>
              <Button appearance="subtle" onClick={() => void view.close()}>
                Cancel
              </Button>
            </ButtonGroup>
          </form>
        );
      }}
    </ReadView>
  );
}
