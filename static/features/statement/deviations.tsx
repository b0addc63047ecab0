import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { AsyncSelect } from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { AI_SYSTEM } from '../../../src/words/screens/shared/common';
import {
  APPLIES_ALL_THE_SAME,
  DEVIATIONS_NOT_SHOWN,
  DOES_NOT_APPLY,
  EXCLUDE_SYSTEM,
  FIND_SYSTEM,
  INCLUDE_SYSTEM,
  LOADING_DEVIATIONS,
  NO_DEVIATION,
  OTHERWISE,
  TAKE_IT_OUT,
  WHY_OTHERWISE,
  WHY_OTHERWISE_LENGTH,
} from '../../../src/words/screens/statement/control';
import { REASON_KIND_WORDS } from '../../../src/words/statement-rows';
import { deviationWords } from '../../../src/words/statement-systems';
import { call } from '../../shared/bridge/call';
import { jiraRest } from '../../shared/bridge/jira-rest';
import { useProcedure } from '../../shared/hooks/use-procedure';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';
import type { Edit, Row, Statement } from './statement';
import styles from './statement.module.css';

interface Props {
  row: Row;
  statement: Statement;
  mayWrite: boolean;
  write: (rows: readonly Edit[]) => Promise<boolean>;
}

/** What holds for single AI systems against the control's row: it adds them or takes them out, each with its reason. */
export function Deviations({ row, statement, mayWrite, write }: Props) {
  // Where each page that was looked at begins, the one in view last.
  const [pages, setPages] = useState<readonly string[]>(['']);
  const { reading, retry } = useProcedure('statement.deviations', { key: row.key, after: pages.at(-1) ?? '' });
  return (
    <section className={styles.form} aria-label={OTHERWISE} key={statement.revision}>
      <Heading size="xsmall" as="h3">
        {OTHERWISE}
      </Heading>
      <ReadView reading={reading} retry={retry} waiting={LOADING_DEVIATIONS} failed={DEVIATIONS_NOT_SHOWN}>
        {({ deviations, next }) => (
          <>
            {deviations.length === 0 && <p className={texts.aside}>{NO_DEVIATION}</p>}
            <ul className={styles.list}>
              {deviations.map(({ key, system, applicable, reasons }) => (
                <li key={key}>
                  <strong>{system ? `${system.key} ${system.summary}` : key}</strong> {deviationWords(applicable)}
                  {reasons.map(({ kind, text }) => (
                    <div key={text} className={texts.words}>{`${REASON_KIND_WORDS[kind]}: ${text}`}</div>
                  ))}
                  {mayWrite && (
                    <LinkButton onClick={() => void write([{ key, body: null }]).then((done) => done && retry())}>
                      {TAKE_IT_OUT}
                    </LinkButton>
                  )}
                </li>
              ))}
            </ul>
            <div className={layout.buttons}>
              {pages.length > 1 && <LinkButton onClick={() => setPages(pages.slice(0, -1))}>Earlier</LinkButton>}
              {next && <LinkButton onClick={() => setPages([...pages, next])}>More</LinkButton>}
            </div>
          </>
        )}
      </ReadView>
      {mayWrite && row.row && (
        <NewDeviation
          row={row}
          onSave={async (edit) => {
            const done = await write([edit]);
            if (done) retry();
            return done;
          }}
        />
      )}
    </section>
  );
}

interface SystemOption {
  value: string;
  label: string;
}

function NewDeviation({ row, onSave }: { row: Row; onSave: (edit: Edit) => Promise<boolean> }) {
  const [system, setSystem] = useState<SystemOption | null>(null);
  const [text, setText] = useState('');
  const [applicable, setApplicable] = useState(row.row?.applicable === false);
  const save = async () => {
    if (system === null) return;
    const reasons = [{ kind: 'own-choice' as const, text, links: [] }];
    if (await onSave({ key: `${row.key}@jira:${system.value}`, body: { applicable, reasons } })) {
      setSystem(null);
      setText('');
    }
  };
  return (
    <>
      <AsyncSelect
        aria-label={AI_SYSTEM}
        placeholder={FIND_SYSTEM}
        loadOptions={findSystems}
        value={system}
        onChange={(option) => setSystem(option)}
      />
      {row.row?.appliesWhen != null && (
        <div className={styles.choices}>
          {[false, true].map((one) => (
            <label key={String(one)}>
              <input type="radio" name="deviation" checked={applicable === one} onChange={() => setApplicable(one)} />
              {one ? APPLIES_ALL_THE_SAME : DOES_NOT_APPLY}
            </label>
          ))}
        </div>
      )}
      <TextArea
        aria-label={WHY_OTHERWISE}
        placeholder={WHY_OTHERWISE_LENGTH}
        minimumRows={2}
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={layout.buttons}>
        <Button isDisabled={system === null || text.trim() === ''} onClick={() => void save()}>
          {applicable ? INCLUDE_SYSTEM : EXCLUDE_SYSTEM}
        </Button>
      </div>
    </>
  );
}

/** AI systems by key or word, as the viewer; of the app's own issue type, known by its id. */
async function findSystems(text: string): Promise<SystemOption[]> {
  const { ownTypes } = await call('projects.list', { projectId: null });
  const typeId = ownTypes['ai-system'];
  if (typeId === undefined || text.trim() === '') return [];
  const words = text.replaceAll(/["\\]/g, ' ').trim();
  const jql = `issuetype = ${typeId} AND summary ~ "${words}*" ORDER BY key`;
  const { issues } = await jiraRest<{ issues: { id: string; key: string; fields: { summary: string } }[] }>(
    'POST',
    '/rest/api/3/search/jql',
    { jql, fields: ['summary'], maxResults: 20 },
  );
  return issues.map(({ id, key, fields }) => ({ value: id, label: `${key} ${fields.summary}` }));
}
