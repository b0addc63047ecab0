/** How texts of people are drawn, compared and told apart, for screens; no schemas here: screens load this file. */
export type { AdfMark, AdfNode } from '../domain/document/adf';
export { valueWords } from '../domain/document/attribute-words';
export { type Canonical, canonical, isKnown } from '../domain/document/canonical';
export { type Line, lineText, type Piece, printed } from '../domain/document/printed';
export { isCount, LEAVES } from '../domain/document/shapes';
