import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { dayWords } from '../../../src/words/days';
import { counted } from '../../../src/words/numbers';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { IssueLink } from '../../shared/ui/issue-link';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import { AwaitingLines, isNothing } from './awaiting';
import styles from './needs.module.css';

type Need = Output<'viewer.needs'>['items'][number];

const WORDS: Readonly<Record<Need['what'], { due: string; overdue: string }>> = {
  'evidence-review': { due: 'review due', overdue: 'review was due' },
  'system-review': { due: 'AI system review due', overdue: 'AI system review was due' },
  'acceptance-expires': { due: 'acceptance expires', overdue: 'acceptance expired' },
  'effectiveness-review': { due: 'effectiveness review due', overdue: 'effectiveness review was due' },
  // Neither has a day: both wait for whoever holds them.
  'risk-open': { due: 'above the threshold, not accepted', overdue: '' },
  'nonconformity-open': { due: 'open nonconformity', overdue: '' },
};

interface Props {
  projectId: string | null;
  /** It is the page itself, whose title stands above it. */
  isPage?: boolean;
}

/** What falls to the person in front of the screen. It is read apart, so that the figures never wait for it. */
export function Needs({ projectId, isPage = false }: Props) {
  const { reading, retry } = useProcedure('viewer.needs', { projectId });
  return (
    <section className={layout.card} aria-label="Needs you" aria-busy={reading.state === 'loading'}>
      {!isPage && (
        <Heading size="xsmall" as="h2">
          Needs you
        </Heading>
      )}
      {reading.state === 'loading' && <p className={texts.aside}>Looking through what you hold …</p>}
      {reading.state === 'failed' && (
        <p className={texts.aside}>
          Unknown: {reading.error.message} <LinkButton onClick={retry}>Try again</LinkButton>
        </p>
      )}
      {reading.state === 'loaded' && <List needs={reading.data} />}
    </section>
  );
}

function List({ needs }: { needs: Output<'viewer.needs'> }) {
  if (needs.items.length === 0 && isNothing(needs.awaiting))
    return <p className={texts.aside}>Nothing of yours waits or falls due in the next 31 days.</p>;
  return (
    <ul className={styles.needs}>
      <AwaitingLines awaiting={needs.awaiting} />
      {needs.items.map((need) => (
        <li key={`${need.issueId} ${need.what}`}>
          <IssueLink issueKey={need.key} /> <span className={styles.title}>{need.summary}</span>
          <br />
          <span className={need.overdue ? `${texts.overdue} ${texts.small}` : texts.aside}>
            {WORDS[need.what][need.overdue ? 'overdue' : 'due']} {need.day !== null && dayWords(need.day)}
          </span>
        </li>
      ))}
      {needs.more > 0 && <li className={texts.aside}>and {counted(needs.more, 'more', 'more')}</li>}
    </ul>
  );
}
