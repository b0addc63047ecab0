import type { LinkRole } from '../../domain/item/item-fact';

export interface WantedLinkType {
  role: LinkRole;
  name: string;
  outward: string;
  inward: string;
}

export const LINK_TYPES: readonly WantedLinkType[] = [
  { role: 'concerns', name: 'AIMS concern', outward: 'concerns', inward: 'is concerned by' },
  { role: 'treats', name: 'AIMS treatment', outward: 'treats', inward: 'is treated by' },
  { role: 'corrects', name: 'AIMS correction', outward: 'corrects', inward: 'is corrected by' },
  { role: 'evidences', name: 'AIMS evidence', outward: 'evidences', inward: 'is evidenced by' },
];
