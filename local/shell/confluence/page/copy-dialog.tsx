import Checkbox from '@atlaskit/checkbox';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { go } from '../../core/address';
import { Field, FormDialog } from '../../core/form-dialog';
import { wiki } from '../../core/site';
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
  const copy = async () => {
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
  };
  return (
    <FormDialog title="Copy page" action="Copy" isComplete={title.trim() !== ''} act={copy} onClose={onClose}>
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
    </FormDialog>
  );
}
