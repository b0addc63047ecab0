import type { WorkTypeKey } from './field';

/** A part of a work type's form, in Jira a tab of its screen. */
export interface FormGroup {
  key: string;
  /** The name under which set-up makes the tab. */
  name: string;
}

/**
 * The groups of the forms that have any, in their order: what everybody fills in comes first. A form of another work type is
 * one list.
 */
const FORM_GROUPS: Partial<Record<WorkTypeKey, readonly FormGroup[]>> = {
  'ai-system': [
    { key: 'basics', name: 'Basics' },
    { key: 'our-part', name: 'Our part' },
    { key: 'scope-and-people', name: 'Scope and people' },
    { key: 'eu-ai-act', name: 'EU AI Act' },
    { key: 'life-cycle', name: 'Life cycle' },
    { key: 'evidence', name: 'Evidence' },
  ],
};

export const groupsOf = (kind: WorkTypeKey): readonly FormGroup[] => FORM_GROUPS[kind] ?? [];
