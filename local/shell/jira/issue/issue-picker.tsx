import { AsyncSelect } from '@atlaskit/select';
import { rest } from '../../core/site';
import type { Issue } from '../jira';

export interface Picked {
  /** Key of the issue. */
  value: string;
  label: string;
}

interface Props {
  label: string;
  /** The issue that is not offered: the one that is shown. */
  except: string;
  value: Picked | null;
  onChange: (picked: Picked | null) => void;
}

const KEY = /^[a-z][a-z0-9_]*-\d+$/i;
const OFFERED = 20;

/** Offers issues by key or words of the summary. */
export function IssuePicker({ label, except, value, onChange }: Props) {
  return (
    <AsyncSelect<Picked>
      aria-label={label}
      placeholder="Key or words"
      spacing="compact"
      isClearable
      cacheOptions
      defaultOptions
      loadOptions={(typed) => offer(typed.trim(), except)}
      value={value}
      onChange={onChange}
      noOptionsMessage={() => 'No issue matches'}
    />
  );
}

/** A refused search offers nothing: the field stays usable. */
async function offer(typed: string, except: string): Promise<Picked[]> {
  const condition = KEY.test(typed)
    ? `key = ${typed.toUpperCase()}`
    : typed === ''
      ? 'project is not EMPTY'
      : `summary ~ "${typed.replace(/["\\]/g, '')}*"`;
  try {
    const { issues } = await rest<{ issues: Issue[] }>('POST', '/search/jql', {
      jql: `${condition} ORDER BY updated DESC`,
      fields: ['summary'],
      maxResults: OFFERED,
    });
    return issues
      .filter(({ key }) => key !== except)
      .map(({ key, fields }) => ({ value: key, label: `${key} ${fields.summary}` }));
  } catch {
    return [];
  }
}
