import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import { NO_ADDRESS, PAGE_OF_POLICY, PASTE_LINK, THIS_PAGE } from '../../../../src/words/screens/macros/settings';
import texts from '../../../shared/ui/text.module.css';
import styles from './config.module.css';
import type { FieldProps } from './field';

/** The page whose policy is shown: this one, or another by its address. */
export function PolicyPageField({ value, onChange }: FieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const change = (wanted: string) => {
    setText(wanted);
    onChange(pageIdIn(wanted) ?? '');
  };
  const unread = text.trim() !== '' && pageIdIn(text) === null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{PAGE_OF_POLICY}</label>
      <Textfield
        id={id}
        value={text}
        placeholder={THIS_PAGE}
        isInvalid={unread}
        aria-describedby={`${id}-help`}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <p id={`${id}-help`} className={texts.aside}>
        {unread ? NO_ADDRESS : PASTE_LINK}
      </p>
    </div>
  );
}

/** The number of a page in its address (`/wiki/spaces/AIMS/pages/123/Title`), or the number itself. */
function pageIdIn(text: string): string | null {
  const [, inAddress] = /\/pages\/(\d{1,19})(?:\/|$|\?|#)/.exec(text) ?? [];
  if (inAddress) return inAddress;
  return /^\d{1,19}$/.test(text.trim()) ? text.trim() : null;
}
