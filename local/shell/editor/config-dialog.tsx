import ModalDialog, { ModalTransition } from '@atlaskit/modal-dialog';
import { type MacroPage, macroContext } from '../confluence/macro/macro';
import type { Module } from '../core/session';
import { sizeOf } from '../frames/app-modal';
import { ModuleFrame } from '../frames/module-frame';
import { readSubmitted, type Submitted } from './config-payload';

export interface Configured {
  module: Module;
  config: Readonly<Record<string, unknown>>;
  localId: string | undefined;
  isInserting: boolean;
  /** Throws BridgeRefusal when the macro is gone. */
  onSubmit: (submitted: Submitted) => void;
}

interface Props {
  configured: Configured;
  page: MacroPage;
  onClose: () => void;
}

/** The form of a macro: its config resource in a frame, saved by `view.submit`, left by `view.close`. */
export function ConfigDialog({ configured, page, onClose }: Props) {
  const { module, config, localId, isInserting, onSubmit } = configured;
  const { form } = module;
  if (!form) return null;
  const title = form.title ?? module.title;
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} {...sizeOf(form.size)} label={title} shouldCloseOnOverlayClick={false}>
        <div className="config-frame">
          <ModuleFrame
            moduleKey={module.key}
            resource={form.resource}
            title={title}
            localId={localId}
            extension={macroContext({ module, config }, page, { isEditing: true, isConfiguring: true, isInserting })}
            onClose={() => {
              onClose();
              return true;
            }}
            onSubmit={(payload) => {
              const submitted = readSubmitted(payload, module.layout === 'bodied');
              onSubmit(submitted);
              if (!submitted.keepEditing) onClose();
              return true;
            }}
          />
        </div>
      </ModalDialog>
    </ModalTransition>
  );
}
