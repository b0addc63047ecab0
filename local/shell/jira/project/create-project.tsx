import Select from '@atlaskit/select';
import { useState } from 'react';
import { CreateDialog, KeyField } from '../../core/create-dialog';
import { Field } from '../../core/form-dialog';
import { rest } from '../../core/site';

const KINDS = [
  { label: 'Company-managed', value: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic' },
  { label: 'Team-managed', value: 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban' },
] as const;

/** A key as Jira proposes it: the first letters of the words, or of the one word. */
function keyFor(name: string): string {
  const words = name.toUpperCase().match(/[A-Z0-9]+/g) ?? [];
  const letters = words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : (words[0] ?? '').slice(0, 5);
  return letters.replace(/^[^A-Z]+/, '').slice(0, 10);
}

export function CreateProject({ onCreated, onClose }: { onCreated: () => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [kind, setKind] = useState<(typeof KINDS)[number]>(KINDS[0]);
  const key = typedKey ?? keyFor(name);
  const create = async () => {
    const { accountId } = await rest<{ accountId: string }>('GET', '/myself');
    await rest('POST', '/project', {
      key,
      name,
      projectTypeKey: 'software',
      projectTemplateKey: kind.value,
      leadAccountId: accountId,
    });
    onCreated();
  };
  return (
    <CreateDialog what="project" name={name} onName={setName} isComplete={key !== ''} create={create} onClose={onClose}>
      <KeyField id="project-key" value={key} onType={setTypedKey} />
      <Field label="Kind" id="project-kind">
        <Select<(typeof KINDS)[number]>
          inputId="project-kind"
          options={KINDS}
          value={kind}
          onChange={(chosen) => chosen && setKind(chosen)}
        />
      </Field>
    </CreateDialog>
  );
}
