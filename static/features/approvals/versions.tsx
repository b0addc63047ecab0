import Heading from '@atlaskit/heading';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Input } from '../../../src/contract/procedures';
import {
  APPROVAL_STANDS,
  askToWithdrawWords,
  BY_ONE_PERSON,
  CHECK_CODE,
  COUNTS_UNTIL,
  type FieldWords,
  WHY_WITHDRAWN,
  withdrawalWords,
  withdrawnByWords,
  withdrawWords,
} from '../../../src/words/approval';
import { compareWords } from '../../../src/words/comparison';
import { dayWords } from '../../../src/words/days';
import { useAction } from '../../shared/hooks/use-action';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { ColumnHeads, PlainTable } from '../../shared/ui/plain-table';
import { ReasonForm } from '../../shared/ui/reason-form';
import texts from '../../shared/ui/text.module.css';
import { type CourseView, nameOf } from './course-view';

interface Props {
  of: Input<'approval.takeBack'>;
  course: CourseView;
  people: ReadonlyMap<string, string>;
  onDone: () => void;
  /** What rows are called, by key, and what their fields say, where the kind has words of its own. */
  titles: ReadonlyMap<string, string>;
  fields?: FieldWords | undefined;
  /** What else can be done with a version. */
  actions?: (version: number) => ReactNode;
}

type Version = CourseView['versions'][number];

const HEADS = ['Version', 'Approved', 'By', COUNTS_UNTIL, CHECK_CODE, ''];

const Comparison = lazy(() => import('./comparison'));

/** Approved versions, newest first: never edited, compared with one another and with the draft, and taken back with a reason. */
export function Versions({ of, course, people, onDone, titles, fields, actions }: Props) {
  const [withdrawing, setWithdrawing] = useState<number | null>(null);
  const [compared, setCompared] = useState<number | null>(null);
  if (course.versions.length === 0) return null;
  return (
    <section className={layout.stack} aria-labelledby="versions">
      <Heading size="small" as="h2" id="versions">
        Versions
      </Heading>
      <PlainTable wide>
        <ColumnHeads words={HEADS} />
        <tbody>
          {course.versions.toReversed().map((version) => (
            <tr key={version.version}>
              <th scope="row">{version.withdrawn ? <s>{version.version}</s> : version.version}</th>
              <td>{dayWords(version.approvedOn)}</td>
              <td>
                {nameOf(version.by, people)}
                {version.byOnePerson && ` (${BY_ONE_PERSON})`}
              </td>
              <td>
                <Standing version={version} people={people} />
              </td>
              <td className={texts.small}>
                <span title={version.fingerprint}>{`${version.fingerprint.slice(0, 12)}…`}</span>
              </td>
              <td>
                <span className={layout.buttons}>
                  {othersOf(version.version, course).length > 0 && (
                    <LinkButton onClick={() => setCompared(version.version)}>
                      {compareWords(version.version)}
                    </LinkButton>
                  )}
                  {actions?.(version.version)}
                  {course.may.approve && !version.withdrawn && (
                    <LinkButton onClick={() => setWithdrawing(version.version)}>
                      {askToWithdrawWords(version.version)}
                    </LinkButton>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {compared !== null && (
        <Suspense fallback={null}>
          <Comparison
            key={compared}
            of={of}
            version={compared}
            others={othersOf(compared, course)}
            titles={titles}
            fields={fields}
            onClose={() => setCompared(null)}
          />
        </Suspense>
      )}
      {withdrawing !== null && (
        <Withdrawal
          of={of}
          version={withdrawing}
          onDone={() => {
            setWithdrawing(null);
            onDone();
          }}
          onCancel={() => setWithdrawing(null)}
        />
      )}
    </section>
  );
}

/** What a version can be compared with: every other one, and the draft for who works on it. */
function othersOf(version: number, { versions, may, state }: CourseView): (number | 'draft')[] {
  const others = versions.map((one) => one.version).filter((one) => one !== version);
  return (may.manage || may.approve) && state !== 'none' ? [...others, 'draft'] : others;
}

function Standing({ version, people }: { version: Version; people: ReadonlyMap<string, string> }) {
  const { withdrawn, validUntil } = version;
  if (withdrawn === null) return validUntil === null ? '–' : dayWords(validUntil);
  return (
    <span className={texts.words}>
      {withdrawnByWords(nameOf(withdrawn.by, people))}
      {withdrawn.reason}
    </span>
  );
}

interface WithdrawalProps {
  of: Input<'approval.takeBack'>;
  version: number;
  onDone: () => void;
  onCancel: () => void;
}

function Withdrawal({ of, version, onDone, onCancel }: WithdrawalProps) {
  const { action, run } = useAction('approval.withdraw');
  const withdraw = async (reason: string) => {
    if ((await run({ ...of, version, reason })) !== null) onDone();
  };
  return (
    <div className={`${layout.card} ${layout.stack}`}>
      <p>{withdrawalWords(version)}</p>
      <ReasonForm
        label={WHY_WITHDRAWN}
        submit={withdrawWords(version)}
        appearance="danger"
        action={action}
        failed={APPROVAL_STANDS}
        onSubmit={(reason) => void withdraw(reason)}
        onCancel={onCancel}
      />
    </div>
  );
}
