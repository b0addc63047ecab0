import type { WorkflowAdditions } from '../jira/configuration/add-to-whole';
import type { NewTransition, ObservedStatus, ObservedWorkflow } from '../jira/configuration/workflow';
import type { Observed } from './observed';
import { statusOf } from './own';
import type { WantedWorkType } from './wanted/work-types';

/** A work type's transitions over the site's statuses; those whose statuses are not made yet are left out. */
export function wantedTransitions(type: WantedWorkType, observed: Observed): NewTransition[] {
  const ids = new Map(type.statuses.map((status) => [status.key, statusOf(status, observed).found?.id]));
  return type.transitions.flatMap(({ name, from, to }) => {
    const toId = ids.get(to);
    const fromIds = from.flatMap((key) => ids.get(key) ?? []);
    return toId === undefined || fromIds.length < from.length ? [] : [{ name, fromIds, toId }];
  });
}

const sameWay = (a: NewTransition, b: NewTransition): boolean =>
  a.toId === b.toId && a.fromIds.toSorted().join() === b.fromIds.toSorted().join();

/**
 * What a workflow of the app's own lacks of the wanted one. A transition that people renamed is known by where it leads from
 * and to, so it is not added a second time. Pure.
 */
export function lacking(
  type: WantedWorkType,
  workflow: ObservedWorkflow,
  observed: Observed,
): WorkflowAdditions & { names: string[] } {
  const present = new Set(workflow.statusIds);
  const statuses = type.statuses
    .map((status) => ({ status, found: statusOf(status, observed).found }))
    .filter(({ found }) => !found || !present.has(found.id));
  const wanted = wantedTransitions(type, observed);
  const names = new Set(wanted.map(({ name }) => name));
  const renamed = workflow.transitions.filter(({ name }) => !names.has(name));
  const transitions = wanted.filter(({ name, ...way }) => {
    if (workflow.transitions.some((one) => one.name === name)) return false;
    const place = renamed.findIndex((one) => sameWay(one, { name, ...way }));
    if (place >= 0) renamed.splice(place, 1);
    return place < 0;
  });
  return {
    statuses: statuses.flatMap(({ found }): ObservedStatus[] => (found ? [found] : [])),
    transitions,
    names: [
      ...statuses.map(({ status }) => status.name),
      // Transitions between statuses that are still to be made are lacking as well.
      ...type.transitions
        .map(({ name }) => name)
        .filter((name) => transitions.some((one) => one.name === name) || !names.has(name)),
    ],
  };
}

/** Names of statuses of a workflow that the app does not ask for: people's, or of an earlier version. They stay. */
export function besides(type: WantedWorkType, workflow: ObservedWorkflow, observed: Observed): string[] {
  const wanted = new Set(type.statuses.map((status) => statusOf(status, observed).found?.id));
  return workflow.statusIds
    .filter((id) => !wanted.has(id))
    .map((id) => observed.statuses.find((status) => status.id === id)?.name ?? id);
}
