import type { ReactNode } from 'react';
import type { AdfNode } from '../../adf/adf';
import { useSession } from '../../core/session';
import { ModuleFrame } from '../../frames/module-frame';
import { type MacroPage, macroContext, macroOf } from './macro';

interface Props {
  node: AdfNode;
  /** The drawn body of a bodied macro, for one that this site cannot show. */
  body: ReactNode;
  page: MacroPage;
}

/** A macro in a page that is read. A bodied macro of the app draws its body itself, from the context. */
export function MacroView({ node, body, page }: Props) {
  const { modules } = useSession();
  const place = macroOf(node, modules);
  const title = String(node.attrs?.text ?? '') || 'Macro';
  if (!place)
    return (
      <div className="macro-unknown">
        <p className="subtle">The macro “{title}” is not available on this site.</p>
        {body}
      </div>
    );
  return (
    <section className="macro" aria-label={place.module.title}>
      <ModuleFrame
        moduleKey={place.module.key}
        localId={place.localId}
        title={place.module.title}
        extension={macroContext(place, page, {
          isEditing: false,
          isConfiguring: false,
          isInserting: false,
          body: node.content,
        })}
      />
    </section>
  );
}
