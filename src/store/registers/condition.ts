import type { SqlValue } from '../sql';

/** A condition on the item `i`, with its parameters. */
export interface Condition {
  sql: string;
  parameters: readonly SqlValue[];
}

export const condition = (sql: string, ...parameters: SqlValue[]): Condition => ({ sql, parameters });

/** The item `i` concerns this AI system. */
export const concerns = (systemId: string): Condition => condition(`i.${CONCERNS_SYSTEM}`, systemId);

/** Items that concern one AI system, whose id is the parameter. */
export const CONCERNS_SYSTEM =
  "item_id IN (SELECT item_id FROM item_reference WHERE target_id = ? AND role = 'concerns' AND gone = 0)";
