import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused, wiki } from '../../core/site';
import type { PageHead } from '../confluence';
import { pathTo } from './tree';
import { treeChanged } from './tree-change';

interface Props {
  page: PageHead;
  all: readonly PageHead[];
  onClose: () => void;
}

/** Puts a page below another one of its space. */
export function MovePage({ page, all, onClose }: Props) {
  const [target, setTarget] = useState<PageHead | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  // A page cannot stand below itself.
  const targets = all.filter(({ id }) => id !== page.id && !pathTo(all, id).includes(page.id));
  const move = async () => {
    if (!target) return;
    try {
      await wiki('PUT', `/rest/api/content/${page.id}/move/append/${target.id}`);
      treeChanged();
      onClose();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>Move “{page.title}”</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="field">
            <label htmlFor="move-target">Below which page</label>
            <Select<PageHead>
              inputId="move-target"
              options={targets}
              value={target}
              getOptionValue={({ id }) => id}
              getOptionLabel={({ title }) => title}
              onChange={setTarget}
            />
          </div>
          {error && <Refusal error={error} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="primary" isDisabled={target === null} onClick={() => void move()}>
            Move
          </Button>
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}
