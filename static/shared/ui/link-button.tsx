import type { ComponentProps } from 'react';
import styles from './link-button.module.css';

/** A button that stands in a line of text and looks like a link: it opens or does something here. */
export function LinkButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={className ? `${styles.button} ${className}` : styles.button} {...rest} />;
}
