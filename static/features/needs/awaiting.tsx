import type { Output } from '../../../src/contract/procedures';
import {
  organisationAwaitsWords,
  ownerLeftWords,
  POLICY_UNKNOWN,
  policyAwaitsWords,
  subjectAwaitsWords,
} from '../../../src/words/attention';
import { countWords } from '../../../src/words/numbers';
import { NAME_SOMEBODY_ELSE } from '../../../src/words/screens/needs';
import { RISK_CRITERIA, STATEMENT_OF_APPLICABILITY } from '../../../src/words/screens/shared/common';
import { SETTINGS_OF_FIGURES } from '../../../src/words/settings';
import { IssueLink, ItemLink } from '../../shared/ui/issue-link';
import { OWNER_LEFT_ROWS } from '../../shared/ui/look-here-lines';
import { RowsLink } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';
import { UnraisedLines } from './unraised';

type Awaiting = Output<'viewer.needs'>['awaiting'];

export const isNothing = ({ policy, organisation, subjects, unraised, systemsOwnerLeft }: Awaiting): boolean =>
  policy === null &&
  organisation.length === 0 &&
  subjects.length === 0 &&
  unraised.conclusions.length + unraised.more === 0 &&
  systemsOwnerLeft === 0;

/** What the organisation has once, and the page where it is approved. */
const TITLES = {
  statement: STATEMENT_OF_APPLICABILITY,
  criteria: RISK_CRITERIA,
  settings: SETTINGS_OF_FIGURES,
} as const;

/** Entries of "Needs you" for whoever decides or manages: what waits for an approval, and owners who left. */
export function AwaitingLines({
  awaiting: { policy, organisation, subjects, unraised, systemsOwnerLeft },
}: {
  awaiting: Awaiting;
}) {
  return (
    <>
      {policy && <Policy policy={policy} />}
      {organisation.map((waiting) => (
        <li key={`${waiting.kind} ${waiting.what}`}>
          <RowsLink to={{ page: waiting.kind }}>{TITLES[waiting.kind]}</RowsLink>
          <br />
          <span className={waiting.due?.overdue ? `${texts.overdue} ${texts.small}` : texts.aside}>
            {organisationAwaitsWords(waiting)}
          </span>
        </li>
      ))}
      {subjects.map((subject) => (
        <li key={`${subject.kind} ${subject.issueId} ${subject.requirementId}`}>
          <IssueLink issueKey={subject.key} /> {subject.summary}
          <br />
          <span className={subject.due?.overdue ? `${texts.overdue} ${texts.small}` : texts.aside}>
            {subjectAwaitsWords(subject)}
          </span>
        </li>
      ))}
      <UnraisedLines unraised={unraised} />
      {systemsOwnerLeft > 0 && (
        <li>
          <RowsLink to={OWNER_LEFT_ROWS}>
            {countWords(systemsOwnerLeft)} {ownerLeftWords(systemsOwnerLeft)}
          </RowsLink>
          <br />
          <span className={texts.aside}>{NAME_SOMEBODY_ELSE}</span>
        </li>
      )}
    </>
  );
}

function Policy({ policy }: { policy: NonNullable<Awaiting['policy']> }) {
  if (policy.state === 'unknown') return <li className={texts.aside}>{POLICY_UNKNOWN}</li>;
  return (
    <li>
      <ItemLink address={policy.address}>{policy.title}</ItemLink>
      <br />
      <span className={policy.due?.overdue ? `${texts.overdue} ${texts.small}` : texts.aside}>
        {policyAwaitsWords(policy)}
      </span>
    </li>
  );
}
