import CrossIcon from '@atlaskit/icon/core/cross';
import { numberOf } from '../../../src/contract/requirement-id';
import { counted } from '../../../src/words/numbers';
import { pastAppWords } from '../../../src/words/past-app';
import { useAction } from '../../shared/hooks/use-action';
import { FailureBanner } from '../../shared/ui/failure-banner';
import { IssueLink } from '../../shared/ui/issue-link';
import { RowsLink } from '../../shared/ui/rows-link';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import { countsOf } from '../../shared/ui/states';
import texts from '../../shared/ui/text.module.css';
import type { Context } from './context';
import styles from './issue-context.module.css';

interface Props {
  issueId: string;
  context: Context;
  onWritten: () => void;
}

const inCommonWords = (due: number): string => `met in common, as approved: asked of ${due} AI systems of this project`;

/** The requirements that the issue reaches, with the state that they are in, and the AI systems that it counts for. */
export function Requirements({ issueId, context, onWritten }: Props) {
  const { requirements, systems, kind } = context;
  const { action, run } = useAction('issue.removeRequirement');
  const remove = async (requirementId: string) => {
    if (await run({ issueId, requirementId })) onWritten();
  };
  if (kind === 'ai-system' || kind === 'corrective-action') return null;
  return (
    <section>
      <h2 className={styles.head}>Requirements</h2>
      {requirements.length === 0 && <p className={texts.subtle}>None yet.</p>}
      <ul className={styles.list}>
        {requirements.map(({ requirementId, title, own, foundOn, state, inCommon, counts }) => (
          <li key={requirementId} className={styles.requirement}>
            <span>
              <RowsLink to={{ requirement: requirementId }}>
                <strong>{numberOf(requirementId)}</strong> {title}
              </RowsLink>
              {!own && <span className={texts.aside}> (through a link)</span>}
              {foundOn !== null && (
                <span className={`${texts.overdue} ${texts.small}`}> ({pastAppWords(foundOn)})</span>
              )}
              {inCommon && <span className={texts.aside}> ({inCommonWords(countsOf(counts).due)})</span>}
            </span>
            <span className={styles.state}>
              {state === null ? (
                <span className={texts.aside} title="Shown to holders of the permission “View AIMS figures”">
                  organisation’s
                </span>
              ) : (
                <StateLozenge state={state} />
              )}
              {own && (
                <button
                  type="button"
                  className={styles.remove}
                  disabled={action.state === 'working'}
                  aria-label={`Remove ${numberOf(requirementId)}`}
                  title={`Remove ${numberOf(requirementId)}`}
                  onClick={() => void remove(requirementId)}
                >
                  <CrossIcon label="" size="small" color="currentColor" />
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {action.state === 'failed' && <FailureBanner error={action.error} title="Nothing was changed" />}
      {requirements.some(({ inCommon }) => !inCommon) && (
        <p className={texts.aside}>
          {systems.issues.length + systems.hidden === 0 ? 'for the organisation' : 'for '}
          {systems.issues.map((system, place) => (
            <span key={system.issueId}>
              {place > 0 && ', '}
              <IssueLink issueKey={system.key} /> {system.summary}
            </span>
          ))}
          {systems.hidden > 0 &&
            `${systems.issues.length > 0 ? ' and ' : ''}${counted(systems.hidden, 'AI system', 'AI systems')} that you may not see`}
        </p>
      )}
    </section>
  );
}
