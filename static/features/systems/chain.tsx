import WarningIcon from '@atlaskit/icon/core/warning';
import type { ReactNode } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { BREAK_WORDS } from '../../../src/words/chain';
import { dayWords } from '../../../src/words/days';
import {
  IMPACT_ASSESSMENT,
  lowerRisksWords,
  NO_LIVING_RISK,
  PROGRESS_WORDS,
  residualWords,
  UNSEEN_ITEM,
  WAIVED,
} from '../../../src/words/screens/systems/panel';
import { IssueLink } from '../../shared/ui/issue-link';
import { RatingLevel } from '../../shared/ui/risk-level';
import texts from '../../shared/ui/text.module.css';
import styles from './systems.module.css';

type ChainView = Output<'system.detail'>['chain'];
type Risk = ChainView['risks'][number];
type Item = ChainView['assessments'][number];
type Break = Risk['breaks'][number];

/** Impact assessment, risk, treatment, evidence: each under what it answers, with the breaks where they are. */
export function Chain({ chain }: { chain: ChainView }) {
  return (
    <ol className={styles.chain}>
      <li>
        <Kind>{IMPACT_ASSESSMENT}</Kind>
        {chain.assessments.map((item, place) => (
          <ItemLine key={item.issue?.issueId ?? place} item={item} />
        ))}
        {chain.waived && <p>{WAIVED}</p>}
        <Breaks breaks={chain.breaks.filter((one) => one === 'impact-assessment-missing')} />
      </li>
      {chain.risks.length === 0 && (
        <li>
          <Kind>Risk</Kind>
          <p className={texts.subtle}>{NO_LIVING_RISK}</p>
          <Breaks breaks={chain.breaks.filter((one) => one === 'impact-assessment-without-risk')} />
        </li>
      )}
      {chain.risks.map((risk, place) => (
        <RiskLine key={risk.issue?.issueId ?? place} risk={risk} />
      ))}
      {chain.notListed > 0 && <li className={texts.subtle}>{lowerRisksWords(chain.notListed)}</li>}
    </ol>
  );
}

function RiskLine({ risk }: { risk: Risk }) {
  return (
    <li>
      <Kind>Risk</Kind>
      <ItemLine item={risk} />
      <p className={styles.levels}>
        <RatingLevel rating={risk.inherent} />
        <span aria-hidden="true">→</span>
        <span className={texts.hidden}>residual</span>
        <RatingLevel rating={risk.residual} />
        <span className={texts.aside}>{residualWords(risk)}</span>
      </p>
      <Breaks breaks={risk.breaks} />
      {risk.treatments.length > 0 && (
        <ol>
          {risk.treatments.map((treatment, place) => (
            <li key={treatment.issue?.issueId ?? place}>
              <Kind>Treatment</Kind>
              <ItemLine item={treatment} />
              <Breaks breaks={treatment.breaks} />
              {treatment.evidence.length > 0 && (
                <ol>
                  {treatment.evidence.map((item, at) => (
                    <li key={item.issue?.issueId ?? at}>
                      <Kind>Evidence</Kind>
                      <ItemLine item={item} />
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

const Kind = ({ children }: { children: ReactNode }) => (
  <span className={`${styles.kind} ${texts.aside}`}>{children}</span>
);

function ItemLine({ item }: { item: Item }) {
  return (
    <p>
      {item.issue === null ? (
        <span className={texts.subtle}>{UNSEEN_ITEM}</span>
      ) : (
        <>
          <IssueLink issueKey={item.issue.key} /> {item.issue.summary}
        </>
      )}{' '}
      <span className={texts.aside}>
        {item.issue?.status ?? PROGRESS_WORDS[item.progress]}
        {item.effectiveOn !== null && `, effective ${dayWords(item.effectiveOn)}`}
      </span>
    </p>
  );
}

function Breaks({ breaks }: { breaks: readonly Break[] }) {
  return breaks.map((one) => (
    <p key={one} className={styles.broken}>
      <WarningIcon label="Break" size="small" color="currentColor" /> {BREAK_WORDS[one]}
    </p>
  ));
}
