import type { Output } from '../../../src/contract/procedures';
import { ownerLeftWords, POLICY_UNKNOWN, policyAwaitsWords, statementAwaitsWords } from '../../../src/words/attention';
import { countWords } from '../../../src/words/numbers';
import { NAME_SOMEBODY_ELSE } from '../../../src/words/screens/needs';
import { STATEMENT_OF_APPLICABILITY } from '../../../src/words/screens/shared/common';
import { ItemLink } from '../../shared/ui/issue-link';
import { OWNER_LEFT_ROWS } from '../../shared/ui/look-here-lines';
import { RowsLink } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';

type Awaiting = Output<'viewer.needs'>['awaiting'];

export const isNothing = ({ policy, statement, systemsOwnerLeft }: Awaiting): boolean =>
  policy === null && statement === null && systemsOwnerLeft === 0;

const STATEMENT = { page: 'statement' };

/** Entries of "Needs you" for whoever decides or manages: what waits for an approval, and owners who left. */
export function AwaitingLines({ awaiting: { policy, statement, systemsOwnerLeft } }: { awaiting: Awaiting }) {
  return (
    <>
      {policy && <Policy policy={policy} />}
      {statement !== null && (
        <li>
          <RowsLink to={STATEMENT}>{STATEMENT_OF_APPLICABILITY}</RowsLink>
          <br />
          <span className={texts.aside}>{statementAwaitsWords(statement)}</span>
        </li>
      )}
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
