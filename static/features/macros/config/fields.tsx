import { STAGE_WORDS } from '../../../../src/words/vocabulary';
import { Choice } from './choice';
import type { ConfigField, FieldProps } from './field';
import { PolicyPageField } from './policy-page-field';
import { ProjectScopeField, ScopeField } from './scope-field';

/** Groups of Annex A by their numbers. */
const GROUPS = ['A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'A.7', 'A.8', 'A.9', 'A.10'];

const GroupField = (props: FieldProps) => (
  <Choice
    {...props}
    label="Controls"
    options={[{ value: 'all', label: 'All groups' }, ...GROUPS.map((id) => ({ value: id, label: `Group ${id}` }))]}
  />
);

const StripsField = (props: FieldProps) => (
  <Choice
    {...props}
    label="Rows"
    options={[
      { value: 'all', label: 'Clauses and Annex A controls' },
      { value: 'clauses', label: 'Clauses 4 to 10' },
      { value: 'controls', label: 'Annex A controls' },
    ]}
  />
);

const StageField = (props: FieldProps) => (
  <Choice
    {...props}
    label="Stage"
    options={[
      { value: 'all', label: 'Every stage' },
      ...Object.entries(STAGE_WORDS).map(([value, label]) => ({ value, label })),
    ]}
  />
);

const scope: ConfigField = { name: 'scope', Field: ScopeField };

/** What each macro can be told. */
export const SETTINGS: Readonly<Record<string, { title: string; fields: readonly ConfigField[] }>> = {
  'aims-policy': { title: 'AI policy', fields: [{ name: 'pageId', Field: PolicyPageField }] },
  'aims-control-status': { title: 'Control status', fields: [scope, { name: 'group', Field: GroupField }] },
  'aims-clause-coverage': { title: 'Clause coverage', fields: [scope, { name: 'groups', Field: StripsField }] },
  'aims-register': {
    title: 'AI system register',
    fields: [
      { name: 'scope', Field: ProjectScopeField },
      { name: 'stage', Field: StageField },
    ],
  },
  'aims-risk-matrix': { title: 'Risk matrix', fields: [scope] },
  'aims-nonconformities': { title: 'Nonconformities', fields: [scope] },
};
