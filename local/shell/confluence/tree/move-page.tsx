import Select from '@atlaskit/select';
import { useState } from 'react';
import { Field, FormDialog } from '../../core/form-dialog';
import { wiki } from '../../core/site';
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
  // A page cannot stand below itself.
  const targets = all.filter(({ id }) => id !== page.id && !pathTo(all, id).includes(page.id));
  const move = async () => {
    if (!target) return;
    await wiki('PUT', `/rest/api/content/${page.id}/move/append/${target.id}`);
    treeChanged();
    onClose();
  };
  return (
    <FormDialog title={`Move “${page.title}”`} action="Move" isComplete={target !== null} act={move} onClose={onClose}>
      <Field label="Below which page" id="move-target">
        <Select<PageHead>
          inputId="move-target"
          options={targets}
          value={target}
          getOptionValue={({ id }) => id}
          getOptionLabel={({ title }) => title}
          onChange={setTarget}
        />
      </Field>
    </FormDialog>
  );
}
