import Button from '@atlaskit/button/new';
import ModalDialog, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { usePeople } from '../../core/people';
import { Refusal } from '../../core/refusal';
import { useSession } from '../../core/session';
import { asRefused, dataOf, type Refused, useRest } from '../../core/site';
import type { PageHead } from '../confluence';
import { type Operation, type Restriction, type Restrictions, writeRestrictions } from './restrictions';

interface Props {
  page: PageHead;
  restrictions: Restrictions;
  mayChange: boolean;
  onClose: () => void;
  onSaved: () => void;
}

interface Choice {
  /** `user:<account id>` or `group:<id>`. */
  value: string;
  label: string;
}

const QUESTIONS: readonly { operation: Operation; label: string }[] = [
  { operation: 'read', label: 'Who can view' },
  { operation: 'update', label: 'Who can edit' },
];

/** Who may view and edit the page. Nobody chosen: everybody who may in the space. */
export function RestrictionsDialog({ page, restrictions, mayChange, onClose, onSaved }: Props) {
  const { accountId } = useSession();
  const people = usePeople();
  const groups = dataOf(useRest<{ values: { groupId: string; name: string }[] }>('/group/bulk'))?.values ?? [];
  const [chosen, setChosen] = useState(restrictions);
  const [error, setError] = useState<Refused | null>(null);
  const choices: Choice[] = [
    ...people.map(({ accountId: id, displayName }) => ({ value: `user:${id}`, label: displayName })),
    ...groups.map(({ groupId, name }) => ({ value: `group:${groupId}`, label: `Group ${name}` })),
  ];
  const save = async () => {
    try {
      await writeRestrictions(page.id, withMyself(chosen, accountId));
      onSaved();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <ModalTransition>
      <ModalDialog onClose={onClose} width="small">
        <ModalHeader hasCloseButton>
          <ModalTitle>Restrictions</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <p className="subtle">
            With nobody chosen, everybody who may in the space. Restrictions of viewing also hold for the pages below.
          </p>
          {QUESTIONS.map(({ operation, label }) => (
            <div key={operation} className="field">
              <label htmlFor={`restrict-${operation}`}>{label}</label>
              <Select<Choice, true>
                inputId={`restrict-${operation}`}
                isMulti
                isDisabled={!mayChange}
                options={choices}
                placeholder="Everybody who may in the space"
                value={choices.filter(({ value }) => valuesOf(chosen[operation]).includes(value))}
                onChange={(picked) => setChosen({ ...chosen, [operation]: restrictionOf(picked, groups) })}
              />
            </div>
          ))}
          {error && <Refusal error={error} />}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            {mayChange ? 'Cancel' : 'Close'}
          </Button>
          {mayChange && (
            <Button appearance="primary" onClick={() => void save()}>
              Apply
            </Button>
          )}
        </ModalFooter>
      </ModalDialog>
    </ModalTransition>
  );
}

const valuesOf = ({ users, groups }: Restriction): string[] => [
  ...users.map((id) => `user:${id}`),
  ...groups.map(({ id }) => `group:${id}`),
];

function restrictionOf(picked: readonly Choice[], groups: readonly { groupId: string; name: string }[]): Restriction {
  const ids = (kind: string) =>
    picked.flatMap(({ value }) => (value.startsWith(`${kind}:`) ? [value.slice(kind.length + 1)] : []));
  return {
    users: ids('user'),
    groups: ids('group').flatMap((id) => {
      const group = groups.find(({ groupId }) => groupId === id);
      return group ? [{ id, name: group.name }] : [];
    }),
  };
}

/** Confluence keeps the person who restricts a page from locking themselves out. */
function withMyself(restrictions: Restrictions, accountId: string | null): Restrictions {
  const keepIn = (restriction: Restriction): Restriction => {
    const isOpen = restriction.users.length + restriction.groups.length === 0;
    if (isOpen || accountId === null || restriction.users.includes(accountId)) return restriction;
    return { ...restriction, users: [...restriction.users, accountId] };
  };
  return { read: keepIn(restrictions.read), update: keepIn(restrictions.update) };
}
