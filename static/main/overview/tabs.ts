/** The tabs of the project page, by their value in the address. */
export const TABS = [
  { id: 'overview', word: 'Overview' },
  { id: 'requirements', word: 'Requirements' },
  { id: 'systems', word: 'AI systems' },
  { id: 'matrix', word: 'Matrix' },
  { id: 'risks', word: 'Risks' },
  { id: 'nonconformities', word: 'Nonconformities' },
] as const;

export type TabId = (typeof TABS)[number]['id'];
