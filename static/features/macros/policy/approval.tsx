import Button from '@atlaskit/button/new';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { fingerprintOf } from '../../../../src/contract/policy-text';
import type { Output } from '../../../../src/contract/procedures';
import {
  ADDRESSED_TO,
  ASK_NOBODY,
  approveWords,
  CHOOSE_AUDIENCE,
  NEXT_REVIEW,
  replacesWords,
  waitsWords,
} from '../../../../src/words/screens/macros/policy';
import { useAction } from '../../../shared/hooks/use-action';
import texts from '../../../shared/ui/text.module.css';
import { Waiting } from '../../../shared/ui/waiting';
import type { GroupChoice } from './audience-field';
import styles from './policy.module.css';
import type { PolicyText } from './reading';
import { usePageTitle } from './use-page-title';

/** What finds groups is fetched by whoever approves. */
const AudienceField = lazy(() => import('./audience-field'));

type Replaced = NonNullable<Output<'policy.read'>['elsewhere']>;

interface Props {
  pageId: string;
  /** Version of the page that the approver sees, and its text as it is drawn above. */
  version: number;
  blocks: PolicyText['blocks'];
  /** This version is approved already, and its approval is given anew. */
  again: boolean;
  /** The policy of another page that this approval would replace. */
  replaces: Replaced | null;
  /** Groups that the approval in force names. */
  groups: readonly string[];
  mayApprove: boolean;
  /** The reader wrote this version. */
  isAuthor: boolean;
  /** Whoever came to review is shown the form at once. */
  isOpen: boolean;
  onDone: () => void;
}

/** Approving the text that stands above: who may, and the two things that an approval says beside the text. */
export function Approval(props: Props) {
  const { pageId, version, blocks, again, replaces, groups, mayApprove, isAuthor, isOpen, onDone } = props;
  const [open, setOpen] = useState(isOpen);
  const verb = approveWords(version, again);
  if (!mayApprove || isAuthor) return <p className={texts.aside}>{waitsWords(version, isAuthor)}</p>;
  if (!open)
    return (
      <p className={styles.approval}>
        <Button onClick={() => setOpen(true)}>{verb}</Button>
      </p>
    );
  const done = () => {
    setOpen(false);
    onDone();
  };
  return (
    <Form
      pageId={pageId}
      version={version}
      blocks={blocks}
      verb={verb}
      replaces={replaces}
      groups={groups}
      onCancel={() => setOpen(false)}
      onDone={done}
    />
  );
}

/** A year from today, by the approver's own calendar. Swedish writes days as the field does. */
function nextYear(): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() + 1);
  return new Intl.DateTimeFormat('sv-SE').format(day);
}

type FormProps = Pick<Props, 'pageId' | 'version' | 'blocks' | 'replaces' | 'groups' | 'onDone'> & {
  verb: string;
  onCancel: () => void;
};

function Form({ pageId, version, blocks, verb, replaces, groups: approved, onCancel, onDone }: FormProps) {
  const { action, run } = useAction('policy.approve');
  const [groups, setGroups] = useState<readonly GroupChoice[]>(() => approved.map((value) => ({ value, label: null })));
  const [nobody, setNobody] = useState(false);
  const isMissing = !nobody && groups.length === 0;
  const [told, setTold] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    setTold(isMissing);
    if (isMissing) return;
    const approved = await run({
      pageId,
      pageVersion: version,
      fingerprint: await fingerprintOf(blocks, 'canonical'),
      audience: { groups: nobody ? [] : groups.map(({ value }) => value) },
      reviewDue: String(values.get('reviewDue')),
      replaces: replaces && { pageId: replaces.pageId, pageVersion: replaces.pageVersion },
    });
    if (approved) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Suspense fallback={<Waiting what={ADDRESSED_TO} />}>
        <AudienceField groups={groups} isDisabled={nobody} onChange={setGroups} />
      </Suspense>
      <label className={styles.replaces}>
        <input name="nobody" type="checkbox" checked={nobody} onChange={(event) => setNobody(event.target.checked)} />
        <span>{ASK_NOBODY}</span>
      </label>
      {told && isMissing && <p role="alert">{CHOOSE_AUDIENCE}</p>}
      <label>
        {NEXT_REVIEW}
        <input name="reviewDue" type="date" defaultValue={nextYear()} required />
      </label>
      {replaces && <Replaces policy={replaces} />}
      <div className={styles.line}>
        <Button type="submit" appearance="primary" isDisabled={action.state === 'working'}>
          {verb}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {action.state === 'failed' && (
        <p role="alert">
          {action.error.message} {action.error.remedy}
        </p>
      )}
    </form>
  );
}

/** The organisation has one AI policy. Nobody takes the place of another by accident: the form is not sent before it is ticked. */
function Replaces({ policy }: { policy: Replaced }) {
  const title = usePageTitle(policy.pageId);
  return (
    <label className={styles.replaces}>
      <input name="replaces" type="checkbox" required />
      <span>{replacesWords(policy, title)}</span>
    </label>
  );
}
