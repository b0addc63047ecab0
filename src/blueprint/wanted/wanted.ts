import type { Catalogue } from '../../../controls';
import type { Option } from '../../domain/vocabulary/field';
import { requirementOptions } from '../../domain/vocabulary/linked';
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

export function wanted(catalogue: Catalogue): Wanted {
  return {
    workTypes: WORK_TYPES,
    statuses: wantedStatuses(),
    linkTypes: LINK_TYPES,
    fields: wantedFields({
      'aims-requirements': requirementOptions(catalogue),
      'objective-at-risk': catalogue.objectives.map(titled),
      'risk-source': catalogue.riskSources.map(titled),
    }),
  };
}
