import { type Macro, readMacro } from '../../../host/macros/node';
import type { AdfNode } from '../../adf/adf';
import type { Module, Session } from '../../core/session';

/** Where a macro stands, for the context of its frame. */
export interface MacroPage {
  pageId: string;
  spaceId: string;
  spaceKey: string;
}

export interface MacroPlace {
  macro: Macro;
  module: Module;
}

/** The macro of a node with its module, when the app that is installed has it; else null. */
export function macroOf(node: AdfNode, session: Session): MacroPlace | null {
  const macro = readMacro(session, node);
  const module = session.modules.find((candidate) => candidate.type === 'macro' && candidate.key === macro?.key);
  return macro && module ? { macro, module } : null;
}
