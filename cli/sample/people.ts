import type { PersonRef } from './sample-issue';

/** Everybody who works for the insurer: the AI policy is addressed to them. */
export const EVERYBODY = 'all-staff';

/** Groups of the insurer; those with `grants` hold permissions of the app. */
export const GROUPS = [
  { name: 'aims-governance', grants: ['decide-aims'] },
  { name: 'top-management', grants: ['approve-aims-top'] },
  { name: 'internal-audit', grants: ['audit-aims'] },
  { name: 'aims-managers', grants: ['manage-aims'] },
  { name: 'people-department', grants: [] },
  { name: EVERYBODY, grants: [] },
] as const;

export type GroupName = (typeof GROUPS)[number]['name'];

export interface Person {
  readonly ref: Exclude<PersonRef, 'admin'>;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly GroupName[];
  /** Works in the project Claims, which others cannot see. */
  readonly claims: boolean;
  /** Products that the person has a licence for. */
  readonly products: readonly ('jira' | 'confluence')[];
}

const BOTH = ['jira', 'confluence'] as const;

export const PEOPLE: readonly Person[] = [
  {
    ref: 'ines',
    name: 'Ines Falk',
    email: 'ines.falk@example.com',
    groups: ['aims-governance', 'aims-managers'],
    claims: true,
    products: BOTH,
  },
  {
    ref: 'sofia',
    name: 'Sofia Marin',
    email: 'sofia.marin@example.com',
    groups: ['aims-governance', 'top-management'],
    claims: true,
    products: BOTH,
  },
  {
    ref: 'ruth',
    name: 'Ruth Adler',
    email: 'ruth.adler@example.com',
    groups: ['internal-audit'],
    claims: true,
    products: BOTH,
  },
  {
    ref: 'tomas',
    name: 'Tomas Brandt',
    email: 'tomas.brandt@example.com',
    groups: [],
    claims: false,
    products: BOTH,
  },
  {
    ref: 'amara',
    name: 'Amara Diallo',
    email: 'amara.diallo@example.com',
    groups: [],
    claims: true,
    products: BOTH,
  },
  {
    ref: 'lena',
    name: 'Lena Vogt',
    email: 'lena.vogt@example.com',
    groups: ['people-department'],
    claims: true,
    products: BOTH,
  },
  {
    ref: 'jonas',
    name: 'Jonas Weir',
    email: 'jonas.weir@example.com',
    groups: [],
    claims: false,
    products: BOTH,
  },
  {
    ref: 'pavel',
    name: 'Pavel Novak',
    email: 'pavel.novak@example.com',
    groups: [],
    claims: true,
    products: BOTH,
  },
  {
    ref: 'kofi',
    name: 'Kofi Mensah',
    email: 'kofi.mensah@example.com',
    groups: [],
    claims: true,
    products: ['jira'],
  },
  {
    ref: 'mira',
    name: 'Mira Osei',
    email: 'mira.osei@example.com',
    groups: ['people-department'],
    claims: false,
    products: ['confluence'],
  },
];

/** Somebody outside: uses the help centre and nothing else. */
export const CUSTOMER = { ref: 'nils', name: 'Nils Berg', email: 'nils.berg@example.org' } as const;
