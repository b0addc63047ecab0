import { useState } from 'react';
import { go } from '../../core/address';
import { CreateDialog, KeyField } from '../../core/create-dialog';
import { wiki } from '../../core/site';

/** A key as Confluence proposes it: the first letters of the words, or the beginning of the one word. */
const keyFor = (name: string): string =>
  (name.toUpperCase().match(/[A-Z0-9]+/g) ?? [])
    .map((word, _at, all) => (all.length > 1 ? word.slice(0, 1) : word.slice(0, 8)))
    .join('');

export function CreateSpace({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const key = typedKey ?? keyFor(name);
  const create = async () => {
    await wiki('POST', '/rest/api/space', { key, name });
    onClose();
    go(`/wiki/spaces/${key}`);
  };
  return (
    <CreateDialog what="space" name={name} onName={setName} isComplete={key !== ''} create={create} onClose={onClose}>
      <KeyField id="space-key" value={key} onType={setTypedKey} />
    </CreateDialog>
  );
}
