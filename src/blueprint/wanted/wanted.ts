import type { Catalogue } from '../../../controls';
import type { Option } from '../../domain/vocabulary/field';
import { type WantedField, wantedFields } from './fields';
import { LINK_TYPES, type WantedLinkType } from './link-types';
import { type WantedStatus, type WantedWorkType, WORK_TYPES, wantedStatuses } from './work-types';

/** The whole wanted Jira configuration, as data. */
export interface Wanted {
  workTypes: readonly WantedWorkType[];
  statuses: readonly WantedStatus[];
  linkTypes: readonly WantedLinkType[];
  fields: readonly WantedField[];
}

const titled = ({ id, title }: { id: string; title: string }): Option => ({ key: id, text: title });

function requirementOption(
  { framework, number, title }: Catalogue['requirements'][number],
  { frameworks }: Catalogue,
): string {
  const prefix = frameworks.find(({ id }) => id === framework)?.optionPrefix ?? '';
  return `${prefix}${number} ${title}`;
}

export function wanted(catalogue: Catalogue): Wanted {
  return {
    workTypes: WORK_TYPES,
    statuses: wantedStatuses(),
    linkTypes: LINK_TYPES,
    fields: wantedFields({
      // The number leads an option's text, so that it can be told even when its id is unknown.
      'aims-requirements': catalogue.requirements.map((requirement) => ({
        key: requirement.id,
        text: requirementOption(requirement, catalogue),
      })),
      'objective-at-risk': catalogue.objectives.map(titled),
      'risk-source': catalogue.riskSources.map(titled),
    }),
  };
}
