import { type Content, isSame } from '../../domain/approval/entry';
import { EU_AI_ACT_ROW } from '../../domain/settings/figure-settings';
import { readCourse } from '../../store/approval';
import { STATEMENT } from '../../store/statement';

/** Until the first Statement of Applicability is approved, whoever manages sets alone what figures are counted by. */
export const isSetAlone = async (): Promise<boolean> => (await readCourse(STATEMENT)).versions.length === 0;

/** Whether the EU AI Act applies always needs a second person. */
export const needsSecondPerson = (draft: Content, approved: Content): boolean =>
  !isSame(draft.get(EU_AI_ACT_ROW), approved.get(EU_AI_ACT_ROW));
