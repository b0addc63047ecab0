import { STAGE_WORDS } from '../../../../src/contract/words';
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
export const FIELDS: Readonly<Record<string, readonly ConfigField[]>> = {
  'aims-policy': [{ name: 'pageId', Field: PolicyPageField }],
  'aims-control-status': [scope, { name: 'group', Field: GroupField }],
  'aims-clause-coverage': [scope, { name: 'groups', Field: StripsField }],
  'aims-register': [
    { name: 'scope', Field: ProjectScopeField },
    { name: 'stage', Field: StageField },
  ],
  'aims-risk-matrix': [scope],
  'aims-nonconformities': [scope],
};
