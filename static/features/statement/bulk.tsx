import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { WHY } from '../../../src/words/screens/statement/control';
import {
  CHOOSE_FIRST,
  decideWords,
  KIND_OF_THE_REASON,
  MANY_AT_ONCE,
  REASON_FOR_ALL,
  takeAllWords,
  WHAT_IS_SUGGESTED,
} from '../../../src/words/screens/statement/page';
import { APPLICABILITY_WORDS } from '../../../src/words/statement';
import { REASON_KIND_WORDS } from '../../../src/words/statement-rows';
import layout from '../../shared/ui/layout.module.css';
import texts from '../../shared/ui/text.module.css';
import {
  type Body,
  CHOSEN_KINDS,
  type ChosenKind,
  type Edit,
  type Row,
  type Statement,
  suggestedBody,
} from './statement';
import styles from './statement.module.css';

interface Props {
  statement: Statement;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  write: (rows: readonly Edit[]) => Promise<boolean>;
}

/** What is decided for many rows in one press: suggestions that are taken, or one decision for those that are chosen. */
export function Bulk({ statement, chosen, onChoose, write }: Props) {
  const suggested = statement.rows.flatMap((row) => {
    const body = row.row === null ? suggestedBody(row) : null;
    return body ? [{ key: row.key, body }] : [];
  });
  const rows = statement.rows.filter(({ key }) => chosen.has(key));
  return (
    <section className={`${layout.card} ${layout.stack}`} aria-label={MANY_AT_ONCE}>
      {suggested.length > 0 && (
        <div className={layout.buttons}>
          <Button onClick={() => void write(suggested)}>{takeAllWords(suggested.length)}</Button>
          <span className={texts.aside}>{WHAT_IS_SUGGESTED}</span>
        </div>
      )}
      {rows.length === 0 ? (
        <p className={texts.aside}>{CHOOSE_FIRST}</p>
      ) : (
        <Together
          rows={rows}
          write={async (edits) => {
            const done = await write(edits);
            if (done) onChoose(new Set());
            return done;
          }}
        />
      )}
    </section>
  );
}

const KIND_OPTIONS = CHOSEN_KINDS.map((value) => ({ value, label: REASON_KIND_WORDS[value] }));

function Together({ rows, write }: { rows: readonly Row[]; write: (rows: readonly Edit[]) => Promise<boolean> }) {
  const [applicable, setApplicable] = useState(true);
  const [kind, setKind] = useState<ChosenKind>('own-choice');
  const [text, setText] = useState('');
  const decide = () =>
    void write(
      rows.map((row) => ({
        key: row.key,
        body: {
          applicable,
          reasons: [{ kind, text, links: linksFor(row, kind) }],
          ...(row.row ? { responsible: row.row.responsible, note: row.row.note } : {}),
          // Whoever chose "every AI system" keeps it; what was excluded had no condition to keep.
          ...(row.row?.applicable ? { appliesWhen: row.row.appliesWhen } : {}),
          ...(row.text === null ? {} : { title: row.title, text: row.text, group: row.group }),
        } satisfies Body,
      })),
    );
  return (
    <div className={styles.form}>
      <div className={styles.choices}>
        {[true, false].map((one) => (
          <label key={String(one)}>
            <input type="radio" name="together" checked={applicable === one} onChange={() => setApplicable(one)} />
            {APPLICABILITY_WORDS[one ? 'applicable' : 'excluded']}
          </label>
        ))}
      </div>
      <Select
        aria-label={KIND_OF_THE_REASON}
        options={KIND_OPTIONS}
        value={KIND_OPTIONS.find(({ value }) => value === kind) ?? null}
        onChange={(option) => option && setKind(option.value)}
      />
      <TextArea
        aria-label={REASON_FOR_ALL}
        placeholder={WHY}
        minimumRows={2}
        maxLength={1_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={layout.buttons}>
        <Button isDisabled={text.trim() === ''} onClick={decide}>
          {decideWords(rows.length)}
        </Button>
      </div>
    </div>
  );
}

/** A reason of kind risk takes each row's own links. */
const linksFor = ({ suggestion, row }: Row, kind: ChosenKind): string[] =>
  kind === 'risk'
    ? [...(suggestion ?? row?.reasons ?? [])].filter((one) => one.kind === 'risk').flatMap(({ links }) => links)
    : [];
