import Lozenge from '@atlaskit/lozenge';
import SectionMessage from '@atlaskit/section-message';
import type { Output } from '../../../src/contract/procedures';
import { dayWords } from '../../../src/words/days';
import {
  ABOUT_PEOPLE,
  LOADING_PEOPLE,
  NOBODY_AT_THE_TOP,
  NOBODY_SEEN,
  PEOPLE_HEADS,
  PEOPLE_NOT_SHOWN,
  PERMISSION_WORDS,
  TOO_FEW_APPROVE,
} from '../../../src/words/screens/setup/people';
import { PERSON_NOT_NAMED } from '../../../src/words/screens/shared/common';
import { usePeople } from '../../shared/hooks/use-people';
import { useProcedure } from '../../shared/hooks/use-procedure';
import layout from '../../shared/ui/layout.module.css';
import { ColumnHeads, PlainTable } from '../../shared/ui/plain-table';
import { ReadView } from '../../shared/ui/read-view';
import texts from '../../shared/ui/text.module.css';

/** Who may manage, approve and audit, as far as the app has seen them. */
export function People() {
  const { reading, retry } = useProcedure('people.read', {});
  return (
    <section className={layout.stack}>
      <p className={texts.aside}>{ABOUT_PEOPLE}</p>
      <ReadView reading={reading} retry={retry} waiting={LOADING_PEOPLE} failed={PEOPLE_NOT_SHOWN}>
        {(people) => <Loaded people={people} />}
      </ReadView>
    </section>
  );
}

function Loaded({ people: { holders, tooFewApprove, nobodyAtTheTop } }: { people: Output<'people.read'> }) {
  const names = usePeople(holders.map(({ accountId }) => accountId));
  return (
    <div className={layout.stack}>
      {tooFewApprove && <SectionMessage appearance="warning">{TOO_FEW_APPROVE}</SectionMessage>}
      {nobodyAtTheTop && <SectionMessage appearance="warning">{NOBODY_AT_THE_TOP}</SectionMessage>}
      {holders.length === 0 ? (
        <p>{NOBODY_SEEN}</p>
      ) : (
        <PlainTable>
          <ColumnHeads words={PEOPLE_HEADS} />
          <tbody>
            {holders.map(({ accountId, permissions, seenOn }) => (
              <tr key={accountId}>
                <th scope="row">{names.get(accountId) ?? PERSON_NOT_NAMED}</th>
                <td>
                  <span className={layout.buttons}>
                    {permissions.map((one) => (
                      <Lozenge key={one}>{PERMISSION_WORDS[one]}</Lozenge>
                    ))}
                  </span>
                </td>
                <td>{dayWords(seenOn)}</td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
    </div>
  );
}
