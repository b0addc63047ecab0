import type { ReactNode } from 'react';
import { macroExtension } from '../../../host/macros/node';
import type { AdfNode } from '../../adf/adf';
import { useSession } from '../../core/session';
import { ModuleFrame } from '../../frames/module-frame';
import { type MacroPage, macroOf } from './macro';

interface Props {
  node: AdfNode;
  /** The drawn body of a bodied macro, for one that this site cannot show. */
  body: ReactNode;
  page: MacroPage;
}

/** A macro in a page that is read. A bodied macro of the app draws its body itself, from the context. */
export function MacroView({ node, body, page }: Props) {
  const place = macroOf(node, useSession());
  const title = String(node.attrs?.text ?? '') || 'Macro';
  if (!place)
    return (
      <div className="macro-unknown">
        <p className="subtle">The macro “{title}” is not available on this site.</p>
        {body}
      </div>
    );
  const { macro, module } = place;
  return (
    <section className="macro" aria-label={module.title}>
      <ModuleFrame
        moduleKey={module.key}
        localId={macro.localId}
        title={module.title}
        extension={macroExtension(macro, page)}
      />
    </section>
  );
}
