import type { Catalogue } from '../../../controls';
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

/** The number leads an option's text, so that it can be told even when its id is unknown. */
function requirementOption(requirement: { id: string; title: string }): string {
  return `${requirement.id} ${requirement.title}`;
}

export function wanted(catalogue: Catalogue): Wanted {
  return {
    workTypes: WORK_TYPES,
    statuses: wantedStatuses(),
    linkTypes: LINK_TYPES,
    fields: wantedFields(catalogue.requirements.map(requirementOption), {
      objectives: catalogue.objectives.map((entry) => entry.title),
      riskSources: catalogue.riskSources.map((entry) => entry.title),
    }),
  };
}
