import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { dayWords } from '../../../src/words/days';
import { counted } from '../../../src/words/numbers';
import { LOOKING_THROUGH, NEED_WORDS, NOTHING_WAITS } from '../../../src/words/screens/needs';
import { TRY_AGAIN } from '../../../src/words/screens/shared/common';
import { NEEDS_YOU } from '../../../src/words/screens/shared/pages';
import { useProcedure } from '../../shared/hooks/use-procedure';
import { IssueLink } from '../../shared/ui/issue-link';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import texts from '../../shared/ui/text.module.css';
import { AwaitingLines, isNothing } from './awaiting';
import styles from './needs.module.css';

interface Props {
  projectId: string | null;
  /** It is the page itself, whose title stands above it. */
  isPage?: boolean;
}

/** What falls to the person in front of the screen. It is read apart, so that the figures never wait for it. */
export function Needs({ projectId, isPage = false }: Props) {
  const { reading, retry } = useProcedure('viewer.needs', { projectId });
  return (
    <section className={layout.card} aria-label={NEEDS_YOU} aria-busy={reading.state === 'loading'}>
      {!isPage && (
        <Heading size="xsmall" as="h2">
          {NEEDS_YOU}
        </Heading>
      )}
      {reading.state === 'loading' && <p className={texts.aside}>{LOOKING_THROUGH}</p>}
      {reading.state === 'failed' && (
        <p className={texts.aside}>
          Unknown: {reading.error.message} <LinkButton onClick={retry}>{TRY_AGAIN}</LinkButton>
        </p>
      )}
      {reading.state === 'loaded' && <List needs={reading.data} />}
    </section>
  );
}

function List({ needs }: { needs: Output<'viewer.needs'> }) {
  if (needs.items.length === 0 && isNothing(needs.awaiting)) return <p className={texts.aside}>{NOTHING_WAITS}</p>;
  return (
    <ul className={styles.needs}>
      <AwaitingLines awaiting={needs.awaiting} />
      {needs.items.map((need) => (
        <li key={`${need.issueId} ${need.what}`}>
          <IssueLink issueKey={need.key} /> <span className={styles.title}>{need.summary}</span>
          <br />
          <span className={need.overdue ? `${texts.overdue} ${texts.small}` : texts.aside}>
            {NEED_WORDS[need.what][need.overdue ? 'overdue' : 'due']} {need.day !== null && dayWords(need.day)}
          </span>
        </li>
      ))}
      {needs.more > 0 && <li className={texts.aside}>and {counted(needs.more, 'more', 'more')}</li>}
    </ul>
  );
}
