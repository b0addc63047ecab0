import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import {
  ADD_IT,
  ADD_OWN_CONTROL,
  NEEDS_OWN_CONTROL,
  OWN_CONTROL,
  WHAT_IT_ASKS,
  WHY_NEEDED,
  WHY_NEEDED_LENGTH,
} from '../../../src/words/screens/statement/control';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import type { Edit, Statement } from './statement';
import styles from './statement.module.css';

interface Props {
  groups: Statement['groups'];
  write: (rows: readonly Edit[]) => Promise<boolean>;
}

/** A control that Annex A does not have and the treatment of a risk needs. */
export function OwnControl({ groups, write }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const options = groups.map(({ id, title: name }) => ({ value: id, label: `${id} ${name}` }));
  const [group, setGroup] = useState(options[0] ?? null);
  if (!isOpen)
    return (
      <p className={texts.aside}>
        {NEEDS_OWN_CONTROL} <LinkButton onClick={() => setOpen(true)}>{ADD_OWN_CONTROL}</LinkButton>
      </p>
    );
  const isReady = title.trim() !== '' && text.trim() !== '' && reason.trim() !== '' && group !== null;
  const add = async () => {
    if (group === null) return;
    const reasons = [{ kind: 'own-choice' as const, text: reason, links: [] }];
    // The server gives it its number.
    const done = await write([
      { key: 'own/0', body: { applicable: true, appliesWhen: null, reasons, title, text, group: group.value } },
    ]);
    if (!done) return;
    setOpen(false);
    setTitle('');
    setText('');
    setReason('');
  };
  return (
    <section className={`${layout.card} ${styles.form}`} aria-label={OWN_CONTROL}>
      <Textfield
        aria-label="Title"
        placeholder="Title"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        aria-label={WHAT_IT_ASKS}
        placeholder={WHAT_IT_ASKS}
        minimumRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select aria-label="Group" options={options} value={group} onChange={(option) => setGroup(option)} />
      <TextArea
        aria-label={WHY_NEEDED}
        placeholder={WHY_NEEDED_LENGTH}
        minimumRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={layout.buttons}>
        <Button appearance="primary" isDisabled={!isReady} onClick={() => void add()}>
          {ADD_IT}
        </Button>
        <Button appearance="subtle" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
