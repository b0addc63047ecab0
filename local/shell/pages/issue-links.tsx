import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { Link } from '../address';
import { type Issue, type IssueLink, type LinkType, shadeOf } from '../jira';
import { Refusal } from '../refusal';
import { Refused, rest, useRest } from '../site';

interface Props {
  issue: Issue;
  onChanged: () => void;
}

/** What the issue is linked to, by the words of the link types. */
export function IssueLinks({ issue, onChanged }: Props) {
  const links = issue.fields.issuelinks ?? [];
  return (
    <section aria-labelledby="links">
      <Heading size="small" as="h2" id="links">
        Linked issues
      </Heading>
      <ul className="links">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} onChanged={onChanged} />
        ))}
      </ul>
      <NewLink issue={issue} onChanged={onChanged} />
    </section>
  );
}

function LinkRow({ link, onChanged }: { link: IssueLink; onChanged: () => void }) {
  const other = link.outwardIssue ?? link.inwardIssue;
  if (!other) return null;
  const remove = async () => {
    await rest('DELETE', `/issueLink/${link.id}`);
    onChanged();
  };
  return (
    <li>
      <span className="subtle">{link.outwardIssue ? link.type.outward : link.type.inward}</span>
      <Link to={`/browse/${other.key}`}>{other.key}</Link> {other.fields.summary}
      <Lozenge appearance={shadeOf(other.fields.status)}>{other.fields.status.name}</Lozenge>
      <Button appearance="subtle" spacing="compact" aria-label={`Unlink ${other.key}`} onClick={() => void remove()}>
        Unlink
      </Button>
    </li>
  );
}

/** Every link type has two directions; both are offered by their words. */
function NewLink({ issue, onChanged }: Props) {
  const { reading } = useRest<{ issueLinkTypes: LinkType[] }>('/issueLinkType');
  const [choice, setChoice] = useState('');
  const [key, setKey] = useState('');
  const [error, setError] = useState<Refused | null>(null);
  const types = reading.state === 'loaded' ? reading.data.issueLinkTypes : [];
  const choices = types.flatMap(({ id, outward, inward }) => [
    { value: `${id} outward`, words: outward },
    ...(inward === outward ? [] : [{ value: `${id} inward`, words: inward }]),
  ]);
  const link = async () => {
    const [id, direction] = (choice || (choices[0]?.value ?? '')).split(' ');
    const [here, there] = [{ key: issue.key }, { key: key.trim().toUpperCase() }];
    try {
      // Jira's words read from the inward issue to the outward one: "inward issue <outward words> outward issue".
      const ends =
        direction === 'outward'
          ? { inwardIssue: here, outwardIssue: there }
          : { inwardIssue: there, outwardIssue: here };
      await rest('POST', '/issueLink', { type: { id }, ...ends });
      setKey('');
      setError(null);
      onChanged();
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
        void link();
      }}
    >
      <select aria-label="Kind of link" value={choice} onChange={(event) => setChoice(event.currentTarget.value)}>
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Textfield
        aria-label="Issue to link"
        placeholder="Key, such as CLAIM-1"
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <Button type="submit" isDisabled={key.trim() === ''}>
        Link
      </Button>
      {error && <Refusal error={error} />}
    </form>
  );
}
