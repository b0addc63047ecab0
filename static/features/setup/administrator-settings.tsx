import {
  LOADING_SETTINGS,
  SETTINGS_NOT_SHOWN,
  SETTINGS_OF_FIGURES_ELSEWHERE,
} from '../../../src/words/screens/setup/settings';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { HomeProject } from './home-project';
import { Readers } from './readers';

/** What administrators set by themselves, since no figure hangs on it. */
export function AdministratorSettings({ projectIds, timeZone }: { projectIds: readonly string[]; timeZone: string }) {
  const { reading, retry } = useProcedure('settings.read', {});
  return (
    <ReadView reading={reading} retry={retry} waiting={LOADING_SETTINGS} failed={SETTINGS_NOT_SHOWN}>
      {(settings) => (
        <>
          <HomeProject settings={settings} projectIds={projectIds} timeZone={timeZone} onSaved={retry} />
          <Readers settings={settings} onSaved={retry} />
          <p className={texts.aside}>{SETTINGS_OF_FIGURES_ELSEWHERE}</p>
        </>
      )}
    </ReadView>
  );
}
