import Heading from '@atlaskit/heading';
import Select from '@atlaskit/select';
import type { Output } from '../../../src/contract/procedures';
import { NOTHING_CHANGED } from '../../../src/words/screens/nothing-done';
import { ABOUT_HOME_PROJECT, HOME_PROJECT, NO_PROJECT_YET } from '../../../src/words/screens/setup/settings';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import { useProjects } from './projects';
import { SettingChanges } from './setting-changes';
import styles from './setup.module.css';

interface Props {
  settings: Output<'settings.read'>;
  projectIds: readonly string[];
  timeZone: string;
  onSaved: () => void;
}

/** Which of the enrolled projects is the organisation's own; and what administrators set by themselves until now. */
export function HomeProject({ settings: { homeProject, changes }, projectIds, timeZone, onSaved }: Props) {
  const { action, run } = useAction('settings.save');
  const projects = useProjects(projectIds);
  const options = projectIds.map((id) => ({ value: id, label: projects.get(id)?.name ?? id }));
  const choose = async (chosen: string) => {
    await run({ homeProject: chosen });
    onSaved();
  };
  return (
    <section className={layout.stack} aria-labelledby="home-project">
      <Heading size="small" as="h2" id="home-project">
        {HOME_PROJECT}
      </Heading>
      <p className={texts.aside}>{ABOUT_HOME_PROJECT}</p>
      {options.length === 0 ? (
        <p>{NO_PROJECT_YET}</p>
      ) : (
        <div className={styles.field}>
          <Select
            aria-label={HOME_PROJECT}
            isDisabled={action.state === 'working'}
            options={options}
            value={options.find(({ value }) => value === homeProject) ?? null}
            onChange={(option) => option && void choose(option.value)}
          />
        </div>
      )}
      <SettingChanges changes={changes} projects={projects} timeZone={timeZone} />
      {action.state === 'failed' && <FailureBanner error={action.error} title={NOTHING_CHANGED} />}
    </section>
  );
}
