import Select from '@atlaskit/select';
import { useId } from 'react';
import styles from './config.module.css';
import type { FieldProps } from './field';

interface Props extends FieldProps {
  label: string;
  options: readonly { value: string; label: string }[];
}

/** One of a fixed list. A stored value that is not in it is shown as nothing chosen, never as something else. */
export function Choice({ label, options, value, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Select
        inputId={id}
        options={[...options]}
        value={options.find((option) => option.value === value) ?? (value === '' ? options[0] : null)}
        onChange={(option) => option && onChange(option.value)}
        menuPosition="fixed"
      />
    </div>
  );
}
