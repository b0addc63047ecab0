import type { Field, FieldType, Option } from '../../domain/vocabulary/field';
import { FIELDS } from '../../domain/vocabulary/vocabulary';

export type WantedField = Field;

/**
 * The fields of the blueprint: the vocabulary's, with the options that the catalogue has. Contexts hold enrolled projects only,
 * so nothing changes elsewhere.
 * @param catalogue options by the field's key: requirements, and Annex C's objectives and risk sources
 */
export function wantedFields(catalogue: Readonly<Record<string, readonly Option[]>>): WantedField[] {
  return FIELDS.map((field) => {
    const options = catalogue[field.key] ?? field.options;
    return options ? { ...field, options } : field;
  });
}

const PREFIX = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** Jira's names of a field type and of the searcher without which JQL cannot find it ("Create custom field", Jira REST v3). */
export const JIRA_FIELD_TYPES: Readonly<Record<FieldType, { type: string; searcher: string }>> = {
  textfield: { type: `${PREFIX}:textfield`, searcher: `${PREFIX}:textsearcher` },
  textarea: { type: `${PREFIX}:textarea`, searcher: `${PREFIX}:textsearcher` },
  datepicker: { type: `${PREFIX}:datepicker`, searcher: `${PREFIX}:daterange` },
  select: { type: `${PREFIX}:select`, searcher: `${PREFIX}:multiselectsearcher` },
  multiselect: { type: `${PREFIX}:multiselect`, searcher: `${PREFIX}:multiselectsearcher` },
  userpicker: { type: `${PREFIX}:userpicker`, searcher: `${PREFIX}:userpickergroupsearcher` },
};
