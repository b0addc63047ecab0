import Heading from '@atlaskit/heading';
import { SimpleTag } from '@atlaskit/tag';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { CONCLUSIONS } from '../../../src/words/conclusions';
import {
  articleWords,
  asksWords,
  EU_AI_ACT,
  evidenceWords,
  LINKED_ITEMS,
  NO_STATEMENT,
  OUR_ADVICE,
  OUR_EXAMPLES,
  placeWords,
  progressWords,
  SHOW_HISTORY,
  TWINS,
} from '../../../src/words/screens/requirements/detail';
import { APPLICABILITY_WORDS, approvedWords } from '../../../src/words/statement';
import { LinkButton } from '../../shared/ui/link-button';
import panels from '../../shared/ui/side-panel.module.css';
import { StateLozenge } from '../../shared/ui/state-lozenge';
import { renewBefore } from '../../shared/ui/states';
import texts from '../../shared/ui/text.module.css';
import type { Detail } from './detail';
import { LinkedItems } from './linked-items';
import styles from './requirements.module.css';
import { Why } from './why';

const WorkActions = lazy(async () => ({ default: (await import('./work-actions')).WorkActions }));
const Conclusions = lazy(async () => ({ default: (await import('../conclusions/conclusions')).Conclusions }));
const History = lazy(async () => ({ default: (await import('./history')).History }));

interface Props {
  detail: Detail;
  /** Null for the whole organisation, where there is no project to create work in. */
  projectId: string | null;
  onWritten: () => void;
}

/** Why the requirement stands as it does, what the standard asks, and, apart from it and marked as ours, what we advise. */
export function RequirementDetail({ detail, projectId, onWritten }: Props) {
  const { tile } = detail;
  return (
    <>
      <p className={texts.aside}>{placeWords(tile, detail.dueFrom)}</p>
      <Heading size="medium" as="h2">
        {numberOf(tile.requirementId)} {tile.title}
      </Heading>
      <p className={panels.state} data-testid="panel-state">
        <StateLozenge state={tile.state} />
        <span className={texts.aside}>{progressWords(tile.systems, renewBefore(tile))}</span>
      </p>

      <Part title="Why">
        <Decision detail={detail} />
        <Why detail={detail} />
        {projectId !== null && tile.state !== 'excluded' && (
          <Suspense fallback={null}>
            <WorkActions projectId={projectId} requirementId={tile.requirementId} onWritten={onWritten} />
          </Suspense>
        )}
      </Part>

      <Part title={CONCLUSIONS}>
        <Suspense fallback={null}>
          <Conclusions
            projectId={projectId}
            requirement={{ id: tile.requirementId, title: tile.title }}
            system={null}
            onWritten={onWritten}
          />
        </Suspense>
      </Part>

      <Part title={asksWords(detail.standard)}>
        {detail.objective !== null && (
          <p className={texts.subtle}>
            Objective {detail.objective.number}: {detail.objective.text}
          </p>
        )}
        <p>{detail.summary}</p>
        <Lines lines={detail.asks} />
      </Part>

      <Part title={OUR_ADVICE}>
        <Lines lines={detail.guidance} />
      </Part>

      <Part title="Evidence">
        <p>{evidenceWords(detail.evidenceKind, detail.validForMonths)}</p>
        <p className={texts.aside}>{OUR_EXAMPLES}</p>
        <div className={styles.tags}>
          {detail.typicalEvidence.map((evidence) => (
            <SimpleTag key={evidence} text={evidence} />
          ))}
        </div>
      </Part>
      <Part title={LINKED_ITEMS}>
        <LinkedItems detail={detail} />
      </Part>

      <Part title="History">
        <HistoryOnRequest projectId={projectId} requirementId={tile.requirementId} />
      </Part>

      {detail.twins.length > 0 && (
        <Part title={TWINS}>
          <Lines lines={detail.twins.map(({ standard, number }) => `${standard}, ${number}`)} />
        </Part>
      )}
      {detail.articles.length > 0 && (
        <Part title={EU_AI_ACT}>
          <ul>
            {detail.articles.map((article) => (
              <li key={article.article}>{articleWords(article)}</li>
            ))}
          </ul>
          <p className={texts.aside}>{NO_STATEMENT}</p>
        </Part>
      )}
    </>
  );
}

/** What was decided on a control, as approved: the reason is the organisation's own. */
function Decision({ detail: { applicability, approved } }: { detail: Detail }) {
  if (applicability === null && approved === null) return null;
  return (
    <p>
      {applicability !== null && (
        <>
          <strong>{APPLICABILITY_WORDS[applicability.applicability]}</strong>
          {applicability.reason !== null && `: ${applicability.reason}`}
          <br />
        </>
      )}
      <span className={texts.aside}>{approvedWords(approved)}</span>
    </p>
  );
}

/** Read when somebody asks for it: most who open a requirement do not. */
function HistoryOnRequest(props: { projectId: string | null; requirementId: string }) {
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <Suspense fallback={null}>
        <History {...props} />
      </Suspense>
    );
  return (
    <p>
      <LinkButton onClick={() => setOpen(true)}>{SHOW_HISTORY}</LinkButton>
    </p>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={panels.part}>
      <Heading size="xsmall" as="h3">
        {title}
      </Heading>
      {children}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
