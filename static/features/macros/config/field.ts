import type { ComponentType } from 'react';
import type { MacroProps } from '../macro';

/** One value of the configuration, as text; empty means the default. */
export interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  macro: MacroProps;
}

export interface ConfigField {
  name: string;
  Field: ComponentType<FieldProps>;
}
