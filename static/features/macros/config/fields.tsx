import {
  ALL_GROUPS,
  CLAUSES,
  CLAUSES_AND_CONTROLS,
  EVERY_STAGE,
  groupWords,
} from '../../../../src/words/screens/macros/settings';
import {
  CONTROLS_TITLE,
  COVERAGE_TITLE,
  NONCONFORMITIES_TITLE,
  POLICY_TITLE,
  REGISTER_TITLE,
  RISKS_TITLE,
} from '../../../../src/words/screens/macros/titles';
import { ANNEX_A_CONTROLS } from '../../../../src/words/screens/shared/common';
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
    options={[{ value: 'all', label: ALL_GROUPS }, ...GROUPS.map((id) => ({ value: id, label: groupWords(id) }))]}
  />
);

const StripsField = (props: FieldProps) => (
  <Choice
    {...props}
    label="Rows"
    options={[
      { value: 'all', label: CLAUSES_AND_CONTROLS },
      { value: 'clauses', label: CLAUSES },
      { value: 'controls', label: ANNEX_A_CONTROLS },
    ]}
  />
);

const StageField = (props: FieldProps) => (
  <Choice
    {...props}
    label="Stage"
    options={[
      { value: 'all', label: EVERY_STAGE },
      ...Object.entries(STAGE_WORDS).map(([value, label]) => ({ value, label })),
    ]}
  />
);

const scope: ConfigField = { name: 'scope', Field: ScopeField };

/** What each macro can be told. */
export const SETTINGS: Readonly<Record<string, { title: string; fields: readonly ConfigField[] }>> = {
  'aims-policy': { title: POLICY_TITLE, fields: [{ name: 'pageId', Field: PolicyPageField }] },
  'aims-control-status': { title: CONTROLS_TITLE, fields: [scope, { name: 'group', Field: GroupField }] },
  'aims-clause-coverage': { title: COVERAGE_TITLE, fields: [scope, { name: 'groups', Field: StripsField }] },
  'aims-register': {
    title: REGISTER_TITLE,
    fields: [
      { name: 'scope', Field: ProjectScopeField },
      { name: 'stage', Field: StageField },
    ],
  },
  'aims-risk-matrix': { title: RISKS_TITLE, fields: [scope] },
  'aims-nonconformities': { title: NONCONFORMITIES_TITLE, fields: [scope] },
};
