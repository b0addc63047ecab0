import { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import ModalDialog, { ModalBody, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import type { ReactNode } from 'react';
import type { ModalRequest } from '../../host/bridge/parent';

interface Props {
  request: ModalRequest;
  onClosed: () => void;
  /** The frame in the modal; gets how the app closes it. */
  children: (finish: (payload?: unknown) => boolean) => ReactNode;
}

/** Widths and heights by the names of the bridge (custom-ui-bridge/modal). */
const SIZES: Readonly<Record<string, { width: string; height: string }>> = {
  small: { width: '400px', height: '20vh' },
  medium: { width: '600px', height: '40vh' },
  large: { width: '800px', height: '70vh' },
  xlarge: { width: '968px', height: '90vh' },
  max: { width: '100%', height: '100%' },
  fullscreen: { width: '100%', height: '100%' },
  resizable: { width: '800px', height: '70vh' },
};
const FALLBACK = { width: '600px', height: '40vh' };

export function sizeOf(size: unknown): { width: string; height: string } {
  if (typeof size === 'string') return SIZES[size] ?? FALLBACK;
  const { width, height } = (size ?? {}) as { width?: string; height?: string };
  return { width: width ?? FALLBACK.width, height: height ?? FALLBACK.height };
}

/** A modal that the app opened. */
export function AppModal({ request, onClosed, children }: Props) {
  const { width, height } = sizeOf(request.size);
  const finish = (payload?: unknown) => {
    onClosed();
    request.onClose(payload);
    return true;
  };
  const dismiss = (event: { type?: string }) => {
    const isKey = event.type?.startsWith('key') ?? false;
    if (isKey ? request.closeOnEscape === false : request.closeOnOverlayClick === false) return;
    finish();
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={dismiss} width={width} height={height} label={request.title || 'Dialog of the app'}>
        <div className="app-modal-head">
          {request.title ? <ModalTitle>{request.title}</ModalTitle> : <span />}
          <IconButton icon={CrossIcon} label="Close dialog" appearance="subtle" onClick={() => finish()} />
        </div>
        <ModalBody>{children(finish)}</ModalBody>
      </ModalDialog>
    </ModalTransition>
  );
}
