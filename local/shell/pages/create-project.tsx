import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Refusal } from '../refusal';
import { Refused, rest } from '../site';

const TEMPLATES = {
  'company-managed': 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  'team-managed': 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban',
} as const;

export function CreateProject({ onCreated }: { onCreated: () => void }) {
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [kind, setKind] = useState<keyof typeof TEMPLATES>('company-managed');
  const [error, setError] = useState<Refused | null>(null);
  const create = async () => {
    try {
      const { accountId } = await rest<{ accountId: string }>('GET', '/myself');
      await rest('POST', '/project', {
        key,
        name,
        projectTypeKey: 'software',
        projectTemplateKey: TEMPLATES[kind],
        leadAccountId: accountId,
      });
      setName('');
      setKey('');
      setError(null);
      onCreated();
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      setError(refused);
    }
  };
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Textfield
        aria-label="Project name"
        placeholder="Name of a new project"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textfield
        aria-label="Project key"
        placeholder="Key"
        value={key}
        maxLength={10}
        onChange={(event) => setKey(event.currentTarget.value.toUpperCase())}
      />
      <select
        aria-label="Kind"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as keyof typeof TEMPLATES)}
      >
        {Object.keys(TEMPLATES).map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
      <Button type="submit" isDisabled={name === '' || key === ''}>
        Create project
      </Button>
      {error && <Refusal error={error} />}
    </form>
  );
}
