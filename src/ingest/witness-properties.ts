import type { Context } from '../context';
import type { ItemFact, ItemId } from '../domain/item/item-fact';
import { type Witness, witnessFound } from '../store/property-witness';

/**
 * Keeps a witness of requirements that an issue property names, or names no longer, without the app having written it: who may
 * edit an issue can write its properties by REST, and Jira's history does not show it. Costs nothing while no property
 * changes. Before the facts are written, so that a crash repeats it.
 */
export async function witnessProperties(
  after: readonly ItemFact[],
  before: ReadonlyMap<ItemId, ItemFact>,
  { now }: Pick<Context, 'now'>,
): Promise<void> {
  const at = now();
  await witnessFound(after.flatMap((fact) => changesOf(fact, before.get(fact.id), at)));
}

/** In facts of version 0.1.0 nothing tells field and property apart: what they name is taken for the app's. */
function changesOf(after: ItemFact, before: ItemFact | undefined, at: number): Witness[] {
  const was = before === undefined ? [] : (before.byProperty ?? before.requirements);
  const is = after.byProperty ?? [];
  const change = (requirementId: string, named: boolean) => ({ itemId: after.id, requirementId, named, at });
  return [
    ...is.filter((id) => !was.includes(id)).map((id) => change(id, true)),
    ...(before?.byProperty ?? [])
      .filter((id) => !is.includes(id) && !after.requirements.includes(id))
      .map((id) => change(id, false)),
  ];
}
