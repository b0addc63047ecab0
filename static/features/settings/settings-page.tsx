import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { type ReactNode, useState } from 'react';
import type { SettingsRow } from '../../../src/contract/figure-settings';
import { numberOf } from '../../../src/contract/requirement-id';
import { SAVE_FIRST } from '../../../src/words/approval';
import { intervalRowWords, resolutionRowWords, SETTINGS_FIELDS, SETTINGS_WORDS } from '../../../src/words/settings';
import { useAction } from '../../shared/hooks/use-action';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import { SubjectCourse } from '../approvals/subject-course';
import { Awareness } from './awareness';
import { EuAiAct } from './eu-ai-act';
import { Intervals } from './intervals';
import type { FigureSettings } from './part';
import { Resolutions } from './resolutions';

const SETTINGS = { kind: 'settings', subject: 'organisation' } as const;

/** Settings that change figures: written by whoever manages, approved by another person. */
export function SettingsPage() {
  const { reading, retry } = useProcedure('figureSettings.read', {});
  return (
    <ReadView reading={reading} retry={retry} waiting={SETTINGS_WORDS.loading} failed={SETTINGS_WORDS.failed}>
      {(settings) => <Loaded key={settings.revision} settings={settings} onWritten={retry} />}
    </ReadView>
  );
}

function Loaded({ settings, onWritten }: { settings: FigureSettings; onWritten: () => void }) {
  const { state, revision, may, alone, open } = settings;
  const [written, setWritten] = useState<ReadonlyMap<string, SettingsRow>>(new Map());
  const { action, run } = useAction('figureSettings.edit');
  const mayWrite = may.manage && state !== 'submitted';
  const write = mayWrite ? (row: SettingsRow) => setWritten((before) => new Map([...before, [row.key, row]])) : null;
  const rows = rowsToSave(settings, written);
  const save = async () => {
    if ((await run({ revision, rows })) !== null) onWritten();
  };
  const parts = { settings: withWritten(settings, written), write };
  const isSaved = rows.length === 0;
  const blocked = [...(isSaved ? [] : [SAVE_FIRST]), ...(open === null ? [] : [open])];
  return (
    <div className={`${layout.main} ${layout.stack}`}>
      <p>{SETTINGS_WORDS.intro}</p>
      {mayWrite && alone && <p className={texts.aside}>{SETTINGS_WORDS.alone}</p>}
      <SubjectCourse
        of={SETTINGS}
        course={settings}
        blocked={blocked}
        titles={titlesOf(settings)}
        fields={SETTINGS_FIELDS}
        changed={new Set(settings.changed)}
        onDone={onWritten}
      />
      <Part id="eu-ai-act" title={SETTINGS_WORDS.euAiAct}>
        <EuAiAct {...parts} />
      </Part>
      <Part id="awareness" title={SETTINGS_WORDS.awareness}>
        <Awareness {...parts} />
      </Part>
      <Part id="intervals" title={SETTINGS_WORDS.intervals}>
        <Intervals {...parts} />
      </Part>
      <Part id="resolutions" title={SETTINGS_WORDS.resolutions}>
        <Resolutions {...parts} />
      </Part>
      {mayWrite && (
        <Button isDisabled={isSaved} isLoading={action.state === 'working'} onClick={() => void save()}>
          {alone ? SETTINGS_WORDS.save : SETTINGS_WORDS.saveDraft}
        </Button>
      )}
      {action.state === 'failed' && <FailureBanner error={action.error} title={SETTINGS_WORDS.nothingSaved} />}
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={layout.stack} aria-labelledby={`part-${id}`}>
      <Heading size="small" as="h2" id={`part-${id}`}>
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** What was written; and of resolutions that nobody has said the meaning of, what stands there, for whoever saves has seen it. */
function rowsToSave({ resolutions }: FigureSettings, written: ReadonlyMap<string, SettingsRow>): SettingsRow[] {
  const asked = resolutions.filter(({ id, meaning }) => meaning === null && !written.has(`resolution/${id}`));
  const proposed = asked.map(({ id, proposal }) => ({ key: `resolution/${id}` as const, body: { means: proposal } }));
  return [...written.values(), ...proposed];
}

/** Settings as they would stand once what was written is saved. */
function withWritten(settings: FigureSettings, written: ReadonlyMap<string, SettingsRow>): FigureSettings {
  const bodyOf = <Key extends SettingsRow['key']>(key: Key) => written.get(key)?.body;
  const intervals = settings.intervals.map((one) => {
    const row = written.get(`interval/${one.requirementId}`);
    return row ? { ...one, months: row.body && 'months' in row.body ? row.body.months : null } : one;
  });
  const resolutions = settings.resolutions.map((one) => {
    const body = bodyOf(`resolution/${one.id}`);
    return body && 'means' in body ? { ...one, meaning: body.means } : one;
  });
  const euAiAct = bodyOf('eu-ai-act');
  const awareness = bodyOf('awareness');
  return {
    ...settings,
    euAiAct: euAiAct && 'applies' in euAiAct ? euAiAct : settings.euAiAct,
    awareness: awareness && 'percent' in awareness ? awareness : settings.awareness,
    intervals,
    resolutions,
  };
}

/** What rows are called, by key. */
const titlesOf = ({ intervals, resolutions }: FigureSettings): ReadonlyMap<string, string> =>
  new Map([
    ['eu-ai-act', SETTINGS_WORDS.euAiAct],
    ['awareness', SETTINGS_WORDS.awareness],
    ...intervals.map(
      ({ requirementId, title }) =>
        [`interval/${requirementId}`, intervalRowWords(`${numberOf(requirementId)} ${title}`)] as const,
    ),
    ...resolutions.map(({ id, name }) => [`resolution/${id}`, resolutionRowWords(name)] as const),
  ]);
