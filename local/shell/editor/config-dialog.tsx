import ModalDialog, { ModalTransition } from '@atlaskit/modal-dialog';
import { type Macro, macroExtension } from '../../host/macros/node';
import { type MacroSubmission, readSubmission } from '../../host/macros/submit';
import type { MacroPage } from '../confluence/macro/macro';
import type { Module } from '../core/session';
import { sizeOf } from '../frames/app-modal';
import { ModuleFrame } from '../frames/module-frame';

export interface Configured {
  module: Module;
  macro: Macro;
  isInserting: boolean;
  /** Throws with the message for the app when the macro is gone. */
  onSubmit: (submitted: MacroSubmission) => void;
}

interface Props {
  configured: Configured;
  page: MacroPage;
  onClose: () => void;
}

/** The form of a macro: its config resource in a frame, saved by `view.submit`, left by `view.close`. */
export function ConfigDialog({ configured, page, onClose }: Props) {
  const { module, macro, isInserting, onSubmit } = configured;
  const { config } = module;
  if (!config) return null;
  const title = config.title ?? module.title;
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} {...sizeOf(config.viewportSize)} label={title} shouldCloseOnOverlayClick={false}>
        <div className="config-frame">
          <ModuleFrame
            moduleKey={module.key}
            resource={config.resource}
            title={title}
            localId={macro.localId}
            extension={macroExtension(macro, { ...page, isEditing: true, configuring: { isInserting } })}
            onClose={() => {
              onClose();
              return true;
            }}
            onSubmit={(payload) => {
              const submitted = readSubmission(payload, macro.layout);
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
