import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useState } from 'react';
import { Refusal } from '../../core/refusal';
import { asRefused, dataOf, type Refused, rest, useRest } from '../../core/site';
import type { Issue, LinkType } from '../jira';
import { IssuePicker, type Picked } from './issue-picker';

interface Choice {
  value: string;
  label: string;
}

/** Every link type has two directions; both are offered by their words. */
export function NewLink({ issue, onChanged }: { issue: Issue; onChanged: () => void }) {
  const types = dataOf(useRest<{ issueLinkTypes: LinkType[] }>('/issueLinkType'))?.issueLinkTypes ?? [];
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [other, setOther] = useState<Picked | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  const choices = types.flatMap(({ id, outward, inward }) => [
    { value: `${id} outward`, label: outward },
    ...(inward === outward ? [] : [{ value: `${id} inward`, label: inward }]),
  ]);
  const choice = chosen ?? choices[0] ?? null;
  const link = async () => {
    if (!choice || !other) return;
    const [id, direction] = choice.value.split(' ');
    const [here, there] = [{ key: issue.key }, { key: other.value }];
    try {
      // Jira's words read from the inward issue to the outward one: "inward issue <outward words> outward issue".
      const ends =
        direction === 'outward'
          ? { inwardIssue: here, outwardIssue: there }
          : { inwardIssue: there, outwardIssue: here };
      await rest('POST', '/issueLink', { type: { id }, ...ends });
      setOther(null);
      setError(null);
      onChanged();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <form
      className="new-link"
      onSubmit={(event) => {
        event.preventDefault();
        void link();
      }}
    >
      <div className="new-link-kind">
        <Select<Choice>
          aria-label="Kind of link"
          spacing="compact"
          options={choices}
          value={choice}
          onChange={setChosen}
        />
      </div>
      <div className="new-link-issue">
        <IssuePicker label="Issue to link" except={issue.key} value={other} onChange={setOther} />
      </div>
      <Button type="submit" isDisabled={other === null}>
        Link
      </Button>
      {error && <Refusal error={error} />}
    </form>
  );
}
