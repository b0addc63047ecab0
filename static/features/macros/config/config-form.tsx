import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { view } from '@forge/bridge';
import { type ComponentType, useState } from 'react';
import { NOTHING_CHANGED, PREVIEW, SETTINGS_NOT_SAVED } from '../../../../src/words/screens/macros/settings';
import { useEscape } from '../../../shared/hooks/use-escape';
import texts from '../../../shared/ui/text.module.css';
import type { MacroConfig, MacroProps } from '../macro';
import styles from './config.module.css';
import { SETTINGS } from './fields';

interface Props {
  moduleKey: string;
  macro: MacroProps;
  Preview: ComponentType<MacroProps>;
}

/** Values of a macro's configuration are texts: Confluence keeps no null and no nested list. */
type Values = Readonly<Record<string, string>>;

const textsOf = (config: MacroConfig): Values =>
  Object.fromEntries(Object.entries(config).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

export function ConfigForm({ moduleKey, macro, Preview }: Props) {
  const { title, fields } = SETTINGS[moduleKey] ?? { title: 'Settings', fields: [] };
  const [values, setValues] = useState<Values>(textsOf(macro.config));
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (name: string, value: string) => setValues((now) => ({ ...now, [name]: value }));
  const save = async () => {
    setRefusal(null);
    try {
      await view.submit({ config: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  useEscape(() => void view.close());
  return (
    <form
      className={styles.config}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{title}</h1>
      <div className={styles.fields}>
        {fields.map(({ name, Field }) => (
          <Field key={name} value={values[name] ?? ''} onChange={(value) => change(name, value)} macro={macro} />
        ))}
      </div>
      {refusal !== null && (
        <SectionMessage appearance="error" title={SETTINGS_NOT_SAVED}>
          <p>
            {refusal} {NOTHING_CHANGED}
          </p>
        </SectionMessage>
      )}
      <p className={texts.aside}>{PREVIEW}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable to be scrolled by keys */}
      <section className={styles.preview} aria-label="Preview" tabIndex={0}>
        <Preview {...macro} config={values} key={JSON.stringify(values)} />
      </section>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          Save
        </Button>
        <Button appearance="subtle" onClick={() => void view.close()}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
