import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { Confirm } from '../../core/confirm';
import { wiki } from '../../core/site';
import { useFlags } from '../../frames/host-ui';
import type { Page } from '../confluence';
import { treeChanged } from '../tree/tree-change';

interface Props {
  pageId: string;
  number: number;
  onRestored: () => void;
}

/** Publishes an old version anew, as the next one: nothing is taken out of the history. */
export function RestoreButton({ pageId, number, onRestored }: Props) {
  const flags = useFlags();
  const [asking, setAsking] = useState(false);
  const restore = async () => {
    const body = 'body-format=atlas_doc_format';
    const [old, now] = await Promise.all([
      wiki<Page>('GET', `/api/v2/pages/${pageId}?${body}&version=${number}`),
      wiki<Page>('GET', `/api/v2/pages/${pageId}`),
    ]);
    await wiki('PUT', `/api/v2/pages/${pageId}`, {
      id: pageId,
      status: 'current',
      title: old.title,
      body: { representation: 'atlas_doc_format', value: old.body.atlas_doc_format?.value },
      version: { number: now.version.number + 1, message: `Version ${number} restored` },
    });
    treeChanged();
    flags.show({ id: 'restored', type: 'success', title: `Version ${number} is restored`, isAutoDismiss: true });
    onRestored();
  };
  return (
    <>
      <Button spacing="compact" onClick={() => setAsking(true)}>
        Restore<span className="unseen"> version {number}</span>
      </Button>
      {asking && (
        <Confirm
          title={`Restore version ${number}?`}
          action="Restore"
          onClose={() => setAsking(false)}
          onConfirm={restore}
        >
          It is published as a new version. The versions between stay in the history.
        </Confirm>
      )}
    </>
  );
}
