import type { ComponentType } from 'react';
import type { MacroProps } from './macro';

type Macro = ComponentType<MacroProps>;

/** Every macro by its key in the manifest; each is a chunk of its own. */
const MACROS: Readonly<Record<string, () => Promise<Macro>>> = {
  'aims-policy': async () => (await import('./policy/policy')).Policy,
  'aims-control-status': async () => (await import('./control-status')).ControlStatus,
  'aims-clause-coverage': async () => (await import('./clause-coverage')).ClauseCoverage,
  'aims-register': async () => (await import('./register')).Register,
  'aims-risk-matrix': async () => (await import('./risk-matrix')).RiskMatrix,
  'aims-nonconformities': async () => (await import('./nonconformities')).Nonconformities,
};

export async function loadMacro(moduleKey: string): Promise<Macro> {
  const load = MACROS[moduleKey];
  if (!load) throw new Error(`There is no macro ${moduleKey}.`);
  return load();
}
