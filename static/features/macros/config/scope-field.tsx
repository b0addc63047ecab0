import { AsyncSelect } from '@atlaskit/select';
import { requestJira } from '@forge/bridge';
import { useId } from 'react';
import {
  FIGURES_OF,
  SEARCH_PROJECTS,
  SEARCH_SYSTEMS,
  SOME_PROJECT,
  SOME_SYSTEM,
  THE_ORGANISATION,
} from '../../../../src/words/screens/macros/settings';
import { AI_SYSTEM } from '../../../../src/words/screens/shared/common';
import { call } from '../../../shared/bridge/call';
import { useScopeTitle } from '../../../shared/hooks/use-scope-title';
import { scopeFrom, scopeWord } from '../../../shared/scope';
import { Choice } from './choice';
import styles from './config.module.css';
import type { FieldProps } from './field';

type Kind = 'organisation' | 'project' | 'system';
const KINDS: readonly { value: Kind; label: string }[] = [
  { value: 'organisation', label: THE_ORGANISATION },
  { value: 'project', label: SOME_PROJECT },
  { value: 'system', label: SOME_SYSTEM },
];

export const ScopeField = (props: FieldProps) => <Scope {...props} kinds={KINDS} />;
/** A register of one AI system would be no register. */
export const ProjectScopeField = (props: FieldProps) => <Scope {...props} kinds={KINDS.slice(0, 2)} />;

/** What the figures are of: first the kind, then which one, searched as the person who configures. */
function Scope(props: FieldProps & { kinds: typeof KINDS }) {
  const { kinds, value, onChange } = props;
  const kind = kindOf(value);
  return (
    <>
      <Choice {...props} label={FIGURES_OF} options={kinds} value={kind} onChange={onChange} />
      {kind !== 'organisation' && <Which key={kind} kind={kind} value={value} onChange={onChange} />}
    </>
  );
}

/** `project` and `system` alone are choices that are not finished; the preview says that they cannot be read. */
function kindOf(word: string): Kind {
  if (word.startsWith('project')) return 'project';
  return word.startsWith('system') ? 'system' : 'organisation';
}

interface Option {
  value: string;
  label: string;
}

function Which({
  kind,
  value,
  onChange,
}: {
  kind: 'project' | 'system';
  value: string;
  onChange: (word: string) => void;
}) {
  const id = useId();
  const chosen = scopeFrom(value);
  const title = useScopeTitle(chosen ?? { kind: 'organisation' });
  const label = kind === 'project' ? 'Project' : AI_SYSTEM;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <AsyncSelect<Option>
        inputId={id}
        defaultOptions
        loadOptions={kind === 'project' ? searchProjects : searchSystems}
        placeholder={kind === 'project' ? SEARCH_PROJECTS : SEARCH_SYSTEMS}
        value={
          chosen === null || chosen.kind === 'organisation' ? null : { value: scopeWord(chosen), label: title ?? '' }
        }
        onChange={(option) => option && onChange(option.value)}
        menuPosition="fixed"
      />
    </div>
  );
}

async function searchProjects(text: string): Promise<Option[]> {
  const response = await requestJira(`/rest/api/3/project/search?maxResults=20&query=${encodeURIComponent(text)}`);
  if (!response.ok) return [];
  const { values } = (await response.json()) as { values: { id: string; key: string; name: string }[] };
  return values.map(({ id, key, name }) => ({ value: `project:${id}`, label: `${name} (${key})` }));
}

async function searchSystems(text: string): Promise<Option[]> {
  const { rows } = await call('systems.list', {
    projectId: null,
    text: text.trim() === '' ? null : text.trim(),
    stages: [],
    fields: {},
    only: 'all',
    sort: null,
    page: 0,
    limit: 20,
  });
  return rows.map(({ issueId, key, summary }) => ({ value: `system:${issueId}`, label: `${key} ${summary}` }));
}
