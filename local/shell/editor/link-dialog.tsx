import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { safeHref } from '../adf/adf';

/** Asks for the address of a link; only http, https and mailto make links. */
export function LinkDialog({ onLink, onClose }: { onLink: (href: string) => void; onClose: () => void }) {
  const [href, setHref] = useState('https://');
  const isSafe = safeHref(href) !== null && /^(https?:\/\/.|mailto:.|\/)/.test(href);
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isSafe) onLink(href);
          }}
        >
          <ModalHeader hasCloseButton>
            <ModalTitle>Link</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <div className="field">
              <label htmlFor="link-address">Address</label>
              <Textfield id="link-address" value={href} onChange={(event) => setHref(event.currentTarget.value)} />
            </div>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" appearance="primary" isDisabled={!isSafe}>
              Link
            </Button>
          </ModalFooter>
        </form>
      </ModalDialog>
    </ModalTransition>
  );
}
