import { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import CrossIcon from '@atlaskit/icon/core/cross';
import { useState } from 'react';
import { Link } from '../../core/address';
import { Refusal } from '../../core/refusal';
import { asRefused, type Refused, rest } from '../../core/site';
import type { Issue, IssueLink } from '../jira';
import { StatusSign, TypeSign } from '../signs';
import { NewLink } from './new-link';

interface Props {
  issue: Issue;
  onChanged: () => void;
}

const wordsOfLink = (link: IssueLink): string => (link.outwardIssue ? link.type.outward : link.type.inward);

/** What the issue is linked to, gathered under the words of the link types. */
export function IssueLinks({ issue, onChanged }: Props) {
  const links = issue.fields.issuelinks ?? [];
  const words = [...new Set(links.map(wordsOfLink))];
  const [error, setError] = useState<Refused | null>(null);
  const remove = async (link: IssueLink) => {
    try {
      await rest('DELETE', `/issueLink/${link.id}`);
      setError(null);
      onChanged();
    } catch (refused) {
      setError(asRefused(refused));
    }
  };
  return (
    <section aria-labelledby="links">
      <Heading size="small" as="h2" id="links">
        Linked issues
      </Heading>
      {words.map((word) => (
        <div key={word} className="links">
          <h3 className="links-word">{word}</h3>
          <ul>
            {links
              .filter((link) => wordsOfLink(link) === word)
              .map((link) => (
                <LinkRow key={link.id} link={link} onRemove={() => void remove(link)} />
              ))}
          </ul>
        </div>
      ))}
      {error && <Refusal error={error} />}
      <NewLink issue={issue} onChanged={onChanged} />
    </section>
  );
}

function LinkRow({ link, onRemove }: { link: IssueLink; onRemove: () => void }) {
  const other = link.outwardIssue ?? link.inwardIssue;
  if (!other) return null;
  return (
    <li>
      <TypeSign type={other.fields.issuetype} />
      <Link to={`/browse/${other.key}`} className="link-key">
        {other.key}
      </Link>
      <span className="link-summary">{other.fields.summary}</span>
      <StatusSign status={other.fields.status} />
      <IconButton
        icon={CrossIcon}
        label={`Unlink ${other.key}`}
        appearance="subtle"
        spacing="compact"
        onClick={onRemove}
      />
    </li>
  );
}
