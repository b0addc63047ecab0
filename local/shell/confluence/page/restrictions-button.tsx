import { IconButton } from '@atlaskit/button/new';
import LockedIcon from '@atlaskit/icon/core/lock-locked';
import UnlockedIcon from '@atlaskit/icon/core/lock-unlocked';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../core/session';
import type { PageHead } from '../confluence';
import { isRestricted, type Restrictions, readRestrictions } from './restrictions';
import { RestrictionsDialog } from './restrictions-dialog';

/** Shows whether the page is restricted and opens the dialog that says for whom. */
export function RestrictionsButton({ page, mayChange }: { page: PageHead; mayChange: boolean }) {
  const { accountId } = useSession();
  const [restrictions, setRestrictions] = useState<Restrictions | null>(null);
  const [isOpen, setOpen] = useState(false);
  const read = useCallback(() => {
    // Who may not look at the restrictions gets no button.
    readRestrictions(page.id).then(setRestrictions, () => setRestrictions(null));
  }, [page.id]);
  useEffect(read, [read]);
  if (accountId === null || restrictions === null) return null;
  const restricted = isRestricted(restrictions);
  return (
    <>
      <IconButton
        icon={restricted ? LockedIcon : UnlockedIcon}
        label={restricted ? 'Restrictions: some people only' : 'Restrictions: none'}
        appearance="subtle"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <RestrictionsDialog
          page={page}
          restrictions={restrictions}
          mayChange={mayChange}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            read();
          }}
        />
      )}
    </>
  );
}
