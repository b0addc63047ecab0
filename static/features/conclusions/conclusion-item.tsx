import {
  byWords,
  LOOKED_AT,
  NOTHING_RAISED,
  RAISE,
  RAISED,
  RESULT_WORDS,
  reportWords,
  saidWords,
  WITHDRAW,
  withdrawnWords,
} from '../../../src/words/conclusions';
import { unseenWords } from '../../../src/words/not-allowed';
import { IssueLink } from '../../shared/ui/issue-link';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import type { Conclusion, Raising, Subject } from './conclusion';
import { RaiseForm } from './raise-form';
import { WithdrawForm } from './withdraw-form';

interface Props {
  conclusion: Conclusion;
  subject: Subject;
  raising: Raising | null;
  today: string;
  names: ReadonlyMap<string, string>;
  open: 'withdraw' | 'raise' | null;
  onOpen: (form: 'withdraw' | 'raise' | null) => void;
  onDone: () => void;
}

/** One conclusion as it was given; withdrawn, it stays, struck through. */
export function ConclusionItem({ conclusion, subject, raising, today, names, open, onOpen, onDone }: Props) {
  const { system, result, words, withdrawn, mayWithdraw, mayRaise, by } = conclusion;
  const nameOf = (accountId: string | null) => (accountId && names.get(accountId)) || null;
  const head = (
    <>
      <strong>{RESULT_WORDS[result]}</strong> {saidWords(conclusion, today)}
    </>
  );
  return (
    <li>
      <div>{withdrawn === null ? head : <del>{head}</del>}</div>
      {subject.system === null && system !== null && (
        <div>
          <IssueLink issueKey={system.key} /> {system.summary}
        </div>
      )}
      {words !== null && (
        <div className={texts.words}>
          {(words.auditBody !== null || words.report !== null) && <p>{reportWords(words.auditBody, words.report)}</p>}
          {words.sample !== '' && (withdrawn === null ? <p>{words.sample}</p> : <del>{words.sample}</del>)}
        </div>
      )}
      <Issues label={LOOKED_AT} {...conclusion.sampled} />
      <Issues label={RAISED} {...conclusion.raised} />
      <div className={texts.aside}>{byWords(nameOf(by))}</div>
      {withdrawn !== null && (
        <div className={`${texts.aside} ${texts.words}`}>
          {withdrawnWords(withdrawn.on, nameOf(withdrawn.by), withdrawn.reason)}
        </div>
      )}
      {conclusion.nothingRaised && <div className={`${texts.overdue} ${texts.small}`}>{NOTHING_RAISED}</div>}
      {open === null && (mayRaise || mayWithdraw) && (
        <div className={layout.buttons}>
          {mayRaise && <LinkButton onClick={() => onOpen('raise')}>{RAISE}</LinkButton>}
          {mayWithdraw && <LinkButton onClick={() => onOpen('withdraw')}>{WITHDRAW}</LinkButton>}
        </div>
      )}
      {open === 'withdraw' && (
        <WithdrawForm decisionId={conclusion.decisionId} onDone={onDone} onCancel={() => onOpen(null)} />
      )}
      {open === 'raise' && raising !== null && (
        <RaiseForm
          conclusion={conclusion}
          requirement={subject.requirement}
          raising={raising}
          onDone={onDone}
          onCancel={() => onOpen(null)}
        />
      )}
    </li>
  );
}

function Issues({ label, issues, hidden }: { label: string } & Conclusion['sampled']) {
  if (issues.length === 0 && hidden === 0) return null;
  return (
    <div className={texts.small}>
      {label}{' '}
      {issues.map(({ key, summary }, place) => (
        <span key={key}>
          {place > 0 && ', '}
          <IssueLink issueKey={key} /> {summary}
        </span>
      ))}
      {hidden > 0 && (
        <span className={texts.subtle}>
          {issues.length > 0 ? ' and ' : ''}
          {unseenWords(hidden)}
        </span>
      )}
    </div>
  );
}
