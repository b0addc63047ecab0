import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { go } from '../../core/address';
import { Field } from '../../core/create-dialog';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused, wiki } from '../../core/site';
import { addressOfPage, type Page, type Space } from '../confluence';
import { treeChanged } from '../tree/tree-change';

const ALONG = {
  copyAttachments: 'Attachments',
  copyLabels: 'Labels',
  copyPermissions: 'Restrictions',
  copyProperties: 'What apps keep with the page',
} as const;
type Along = keyof typeof ALONG;

/** Copies a page to beside it, with what is ticked. */
export function CopyDialog({ space, page, onClose }: { space: Space; page: Page; onClose: () => void }) {
  const [title, setTitle] = useState(`Copy of ${page.title}`);
  const [along, setAlong] = useState<readonly Along[]>(['copyAttachments', 'copyLabels']);
  const [error, setError] = useState<Refused | null>(null);
  const copy = async () => {
    try {
      const destination = page.parentId
        ? { type: 'parent_page', value: page.parentId }
        : { type: 'space', value: space.key };
      const { id } = await wiki<{ id: string }>('POST', `/rest/api/content/${page.id}/copy`, {
        destination,
        pageTitle: title.trim(),
        ...Object.fromEntries(along.map((name) => [name, true])),
      });
      onClose();
      treeChanged();
      go(addressOfPage(space.key, id));
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>Copy page</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Field label="Title of the copy" id="copy-title">
            <Textfield id="copy-title" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
          </Field>
          <fieldset className="copy-along">
            <legend>Copy along</legend>
            {(Object.keys(ALONG) as Along[]).map((name) => (
              <Checkbox
                key={name}
                label={ALONG[name]}
                isChecked={along.includes(name)}
                onChange={({ currentTarget }) =>
                  setAlong(currentTarget.checked ? [...along, name] : along.filter((one) => one !== name))
                }
              />
            ))}
          </fieldset>
          {error && <Refusal error={error} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="primary" isDisabled={title.trim() === ''} onClick={() => void copy()}>
            Copy
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
