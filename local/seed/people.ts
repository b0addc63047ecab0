import type { PersonRef } from './sample-issue';

/** Groups of the insurer; those with `grants` hold permissions of the app. */
export const GROUPS = [
  { name: 'aims-governance', grants: ['decide-aims'] },
  { name: 'internal-audit', grants: ['audit-aims'] },
  { name: 'aims-managers', grants: ['manage-aims'] },
] as const;

export type GroupName = (typeof GROUPS)[number]['name'];

export interface Person {
  readonly ref: Exclude<PersonRef, 'admin'>;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly GroupName[];
  /** Works in the project Claims, which others cannot see. */
  readonly claims: boolean;
}

export const PEOPLE: readonly Person[] = [
  {
    ref: 'ines',
    name: 'Ines Falk (AI risk manager)',
    email: 'ines.falk@example.com',
    groups: ['aims-governance', 'aims-managers'],
    claims: true,
  },
  {
    ref: 'sofia',
    name: 'Sofia Marin (chief actuary)',
    email: 'sofia.marin@example.com',
    groups: ['aims-governance'],
    claims: true,
  },
  {
    ref: 'ruth',
    name: 'Ruth Adler (internal auditor)',
    email: 'ruth.adler@example.com',
    groups: ['internal-audit'],
    claims: true,
  },
  {
    ref: 'tomas',
    name: 'Tomas Brandt (data scientist, underwriting)',
    email: 'tomas.brandt@example.com',
    groups: [],
    claims: false,
  },
  {
    ref: 'amara',
    name: 'Amara Diallo (data scientist, claims)',
    email: 'amara.diallo@example.com',
    groups: [],
    claims: true,
  },
  { ref: 'lena', name: 'Lena Vogt (head of claims)', email: 'lena.vogt@example.com', groups: [], claims: true },
  { ref: 'jonas', name: 'Jonas Weir (underwriter)', email: 'jonas.weir@example.com', groups: [], claims: false },
  { ref: 'pavel', name: 'Pavel Novak (platform engineer)', email: 'pavel.novak@example.com', groups: [], claims: true },
  { ref: 'kofi', name: 'Kofi Mensah (procurement)', email: 'kofi.mensah@example.com', groups: [], claims: true },
];
