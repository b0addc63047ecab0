import { AlignmentType, type ILevelsOptions, LevelFormat } from 'docx';

/** Name of the numbering of ordered lists. */
export const ORDERED = 'ordered';
/** Word knows nine levels. */
export const DEEPEST_LEVEL = 8;
const INDENT = 500;

/** 1. then a. then i., as in Confluence. */
export const LIST_LEVELS: readonly ILevelsOptions[] = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
  level,
  format: [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN][level % 3] ?? LevelFormat.DECIMAL,
  text: `%${level + 1}.`,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT / 2 } } },
}));
