import type { Module, Session } from '../../core/session';

/** A gadget on a dashboard, as Jira gives it. */
export interface Gadget {
  id: number;
  title: string;
  moduleKey?: string;
  position: Position;
}

/** A column from the left, and the place in it from the top; both begin with 0. */
export interface Position {
  column: number;
  row: number;
}

/** The property of a dashboard item in which a gadget's configuration is kept. */
export const CONFIGURATION = 'gadgetConfiguration';

/** The name by which Jira knows a gadget of a Forge app. */
export const moduleKeyOf = (session: Pick<Session, 'appId' | 'environmentId'>, module: Module): string =>
  `ari:cloud:ecosystem::extension/${session.appId}/${session.environmentId}/static/${module.key}`;

/** The app's module of a gadget, or undefined for another one. */
export function moduleOf(gadget: Gadget, modules: readonly Module[]): Module | undefined {
  const key = gadget.moduleKey?.split('/static/').at(-1);
  return modules.find((module) => module.type === 'jira:dashboardGadget' && module.key === key);
}
