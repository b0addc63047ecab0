import type { Output } from '../../src/contract/procedures';
import type { Hands } from './site';

/** What the app answers of a cell or a tile once it has caught up, and what people do before. */

const settle = (site: Hands) => site.site.settle({ within: 3_600_000 });

/** A requirement of the whole organisation. */
export async function tileOf(site: Hands, requirementId: string) {
  await settle(site);
  const { tile } = await site.call<Output<'coverage.requirement'>>('coverage.requirement', {
    projectId: null,
    requirementId,
  });
  const { systems } = tile;
  return {
    state: tile.state,
    codes: tile.reasons.map(({ code }) => code),
    reasons: tile.reasons,
    systems: systems === null ? null : `${systems.implemented} of ${systems.due}`,
    counts: systems?.counts ?? {},
  };
}

/** A requirement of one AI system; its state is undefined where the system carries none. */
export async function cellIn(site: Hands, system: string, requirementId: string) {
  await settle(site);
  const { cells } = await site.call<Output<'system.detail'>>('system.detail', { issueId: system });
  const cell = cells.find((one) => one.requirementId === requirementId);
  return { state: cell?.state, codes: cell?.reasons.map(({ code }) => code) ?? [], reasons: cell?.reasons ?? [] };
}

/** Takes transitions by their names, one after the other. @throws Error where one is not open */
export async function movesBy(site: Hands, issueId: string, by: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    const path = `/rest/api/3/issue/${issueId}/transitions`;
    const { body } = await site.rest<{ transitions: { id: string; name: string }[] }>('GET', path, undefined, by);
    const id = body.transitions.find((one) => one.name === name)?.id;
    const { status } = await site.rest('POST', path, { transition: { id } }, by);
    if (status >= 400) throw new Error(`${name}: ${status}`);
  }
}
