/** Versions of what a second person approves, one beside another. */
export const compareWords = (version: number): string => `Compare version ${version}`;

export const sideWords = (side: number | 'draft'): string => (side === 'draft' ? 'The draft' : `Version ${side}`);
export const comparedWords = (from: number | 'draft', to: number | 'draft'): string =>
  `${sideWords(from)} and ${to === 'draft' ? 'the draft' : `version ${to}`}`;
export const COMPARED_WITH = 'Compared with';
export const COMPARING = 'Comparing';
export const NOT_COMPARED = 'They cannot be compared';
export const ALIKE = 'They are alike.';
export const furtherChangesWords = (count: number): string => `and ${count} further changes`;
export const CLOSE_COMPARISON = 'Close the comparison';
