import Heading from '@atlaskit/heading';
import { SimpleTag } from '@atlaskit/tag';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { numberOf } from '../../../src/contract/requirement-id';
import { dayWords } from '../../../src/words/days';
import { counted, countWords } from '../../../src/words/numbers';
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
const History = lazy(async () => ({ default: (await import('./history')).History }));

const EVIDENCE_WORDS: Readonly<Record<Detail['evidenceKind'], string>> = {
  document: 'an approved document',
  record: 'a record: a finished issue with an effective date, or a page marked as a record',
  work: 'finished work, a record or a document',
};

const STRENGTH_WORDS: Readonly<Record<string, string>> = {
  strong: 'helps much with',
  partial: 'helps in part with',
  little: 'helps a little with',
  screen: 'helps to screen for',
};

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
      <p className={texts.aside}>{placeWords(detail)}</p>
      <Heading size="medium" as="h2">
        {numberOf(tile.requirementId)} {tile.title}
      </Heading>
      <p className={panels.state} data-testid="panel-state">
        <StateLozenge state={tile.state} />
        <span className={texts.aside}>{progressWords(detail)}</span>
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

      <Part title={`What ${detail.standard} asks (in our words)`}>
        {detail.objective !== null && (
          <p className={texts.subtle}>
            Objective {detail.objective.number}: {detail.objective.text}
          </p>
        )}
        <p>{detail.summary}</p>
        <Lines lines={detail.asks} />
      </Part>

      <Part title="Our advice">
        <Lines lines={detail.guidance} />
      </Part>

      <Part title="Evidence">
        <p>
          Counts: {EVIDENCE_WORDS[detail.evidenceKind]}. Valid for {detail.validForMonths} months unless a review date
          says otherwise (our setting).
        </p>
        <p className={texts.aside}>Our examples:</p>
        <div className={styles.tags}>
          {detail.typicalEvidence.map((evidence) => (
            <SimpleTag key={evidence} text={evidence} />
          ))}
        </div>
      </Part>
      <Part title="Linked items">
        <LinkedItems detail={detail} />
      </Part>

      <Part title="History">
        <HistoryOnRequest projectId={projectId} requirementId={tile.requirementId} />
      </Part>

      {detail.twins.length > 0 && (
        <Part title="Twins in other standards (our reading)">
          <Lines lines={detail.twins.map(({ standard, number }) => `${standard}, ${number}`)} />
        </Part>
      )}
      {detail.articles.length > 0 && (
        <Part title="EU AI Act">
          <ul>
            {detail.articles.map(({ article, title, strength }) => (
              <li key={article}>
                {STRENGTH_WORDS[strength] ?? strength} Article {article.replace(/\D*/, '')}: {title}
              </li>
            ))}
          </ul>
          <p className={texts.aside}>Not a statement on compliance.</p>
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
      <LinkButton onClick={() => setOpen(true)}>Show the last 90 days</LinkButton>
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

function placeWords({ tile, dueFrom }: Detail): string {
  const place = tile.kind === 'clause' ? `Clause ${tile.group}` : `Annex A, group ${tile.group}`;
  if (tile.scopeLevel === 'organisation') return `${place} · met once for the organisation (our model)`;
  return `${place} · for every AI system${dueFrom ? `, due from ${dueFrom.replaceAll('-', ' ')}` : ''} (our model)`;
}

function progressWords({ tile }: Detail): string {
  const systems =
    tile.systems && tile.systems.due > 0
      ? `worst of ${counted(tile.systems.due, 'AI system', 'AI systems')}, ${countWords(tile.systems.implemented)} implemented`
      : '';
  const renew = renewBefore(tile);
  const next = renew === null ? '' : `renew before ${dayWords(renew)}`;
  return [systems, next].filter(Boolean).join(' · ');
}
