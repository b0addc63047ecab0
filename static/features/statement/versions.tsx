import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { dayWords } from '../../../src/words/days';
import {
  APPROVAL_STANDS,
  CHECK_CODE,
  COUNTS_UNTIL,
  compareWords,
  DRAFT_AS_IT_WAS,
  takeAsDraftWords,
  WHY_WITHDRAWN,
  withdrawalWords,
  withdrawnWords,
  withdrawVersionWords,
  withdrawWords,
} from '../../../src/words/screens/statement/versions';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { PlainTable } from '../../shared/ui/plain-table';
import texts from '../../shared/ui/text.module.css';
import { Comparison } from './comparison';
import { nameOf } from './course';
import { Exports } from './exports';
import type { Statement } from './statement';
import styles from './statement.module.css';

interface Props {
  statement: Statement;
  people: ReadonlyMap<string, string>;
  onDone: () => void;
}

type Version = Statement['versions'][number];

/** Approved versions, newest first: never edited, compared with the draft, taken up again, or taken back with a reason. */
export function Versions({ statement, people, onDone }: Props) {
  const [compared, setCompared] = useState<number | null>(null);
  const [withdrawing, setWithdrawing] = useState<number | null>(null);
  const restore = useAction('statement.restore');
  const { may, state, revision } = statement;
  if (statement.versions.length === 0) return null;
  return (
    <section className={layout.stack} aria-labelledby="versions">
      <Heading size="small" as="h2" id="versions">
        Versions
      </Heading>
      <PlainTable wide>
        <thead>
          <tr>
            {['Version', 'Approved', 'By', COUNTS_UNTIL, CHECK_CODE, ''].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...statement.versions].reverse().map((version) => (
            <tr key={version.version}>
              <th scope="row">{version.withdrawn ? <s>{version.version}</s> : version.version}</th>
              <td>{dayWords(version.approvedOn)}</td>
              <td>{nameOf(version.by, people)}</td>
              <td>{version.withdrawn ? <Withdrawn version={version} people={people} /> : until(version)}</td>
              <td className={texts.small}>
                <span title={version.fingerprint}>{`${version.fingerprint.slice(0, 12)}…`}</span>
              </td>
              <td>
                <span className={styles.choices}>
                  <LinkButton onClick={() => setCompared(version.version)}>{compareWords(version.version)}</LinkButton>
                  {may.manage && state !== 'submitted' && (
                    <LinkButton
                      onClick={() =>
                        void restore
                          .run({ revision, version: version.version })
                          .then((done) => done !== null && onDone())
                      }
                    >
                      {takeAsDraftWords(version.version)}
                    </LinkButton>
                  )}
                  {may.approve && !version.withdrawn && (
                    <LinkButton onClick={() => setWithdrawing(version.version)}>
                      {withdrawWords(version.version)}
                    </LinkButton>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {restore.action.state === 'failed' && <FailureBanner error={restore.action.error} title={DRAFT_AS_IT_WAS} />}
      {withdrawing !== null && (
        <Withdrawal
          version={withdrawing}
          onDone={() => {
            setWithdrawing(null);
            onDone();
          }}
          onCancel={() => setWithdrawing(null)}
        />
      )}
      {compared !== null && <Comparison statement={statement} from={compared} onClose={() => setCompared(null)} />}
      <Exports statement={statement} />
    </section>
  );
}

const until = ({ validUntil }: Version): string => (validUntil === null ? '–' : dayWords(validUntil));

function Withdrawn({ version, people }: { version: Version; people: ReadonlyMap<string, string> }) {
  const { withdrawn } = version;
  if (withdrawn === null) return null;
  return <span className={styles.words}>{withdrawnWords(nameOf(withdrawn.by, people), withdrawn.reason)}</span>;
}

interface WithdrawalProps {
  version: number;
  onDone: () => void;
  onCancel: () => void;
}

function Withdrawal({ version, onDone, onCancel }: WithdrawalProps) {
  const [reason, setReason] = useState('');
  const { action, run } = useAction('approval.withdraw');
  const withdraw = async () => {
    const payload = { kind: 'statement', subject: 'organisation', version, reason: reason.trim() } as const;
    if ((await run(payload)) !== null) onDone();
  };
  return (
    <div className={`${layout.card} ${styles.form}`}>
      <p>{withdrawalWords(version)}</p>
      <TextArea
        aria-label={WHY_WITHDRAWN}
        placeholder={WHY_WITHDRAWN}
        minimumRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          appearance="danger"
          isDisabled={reason.trim() === ''}
          isLoading={action.state === 'working'}
          onClick={() => void withdraw()}
        >
          {withdrawVersionWords(version)}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {action.state === 'failed' && <FailureBanner error={action.error} title={APPROVAL_STANDS} />}
    </div>
  );
}
