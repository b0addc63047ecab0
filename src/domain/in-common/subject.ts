import type { ItemId } from '../item/item-fact';

/** What is met in common is one item for one requirement: the subject of its approval names both. */
export interface InCommonSubject {
  item: ItemId;
  requirementId: string;
}

export const inCommonSubject = ({ item, requirementId }: InCommonSubject): string => `${item}/${requirementId}`;

/** The other way round. An item's id holds no slash, a requirement's does. */
export function inCommonSubjectFrom(subject: string): InCommonSubject {
  const slash = subject.indexOf('/');
  return slash < 0
    ? { item: subject, requirementId: '' }
    : { item: subject.slice(0, slash), requirementId: subject.slice(slash + 1) };
}
