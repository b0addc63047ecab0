import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { riskLibrary } from '../../../controls/decisions/risk-library';
import {
  FIND_RISK,
  moreOfLibraryWords,
  NO_RISK_OF_LIBRARY,
  QUESTIONS_TO_ASK,
  TAKE_RISK,
  TREATMENTS_TO_THINK_OF,
  treatmentWords,
} from '../../../src/words/risk-library';
import texts from '../../shared/ui/text.module.css';
import type { LibraryRisk } from './creating';
import styles from './issue-context.module.css';

const SHOWN = 6;
const KINDS = new Map(riskLibrary.typicalFor.map(({ id, label }) => [id, label]));

/** All that is said of a risk, for finding it. */
const textOf = ({ title, description, questions, typicalFor }: LibraryRisk): string =>
  [title, description, ...questions, ...typicalFor.map((kind) => KINDS.get(kind))].join(' ').toLowerCase();

/** AI risks to start from, by word or by what the AI system is. None has a rating. */
export function RiskLibrary({ onTake }: { onTake: (risk: LibraryRisk) => void }) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = riskLibrary.risks.filter((risk) => words.every((word) => textOf(risk).includes(word)));
  return (
    <div className={styles.pick}>
      <p className={texts.aside}>{riskLibrary.notice}</p>
      <Textfield
        aria-label={FIND_RISK}
        placeholder={FIND_RISK}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        // It stands in the form that creates the issue.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <ul className={styles.list}>
        {found.slice(0, SHOWN).map((risk) => (
          <li key={risk.id}>
            <button
              type="button"
              className={styles.option}
              aria-expanded={open === risk.id}
              onClick={() => setOpen(open === risk.id ? null : risk.id)}
            >
              {risk.title}
            </button>
            {open === risk.id && <Entry risk={risk} onTake={onTake} />}
          </li>
        ))}
      </ul>
      <p className={texts.aside} role="status">
        {found.length === 0 && NO_RISK_OF_LIBRARY}
        {found.length > SHOWN && moreOfLibraryWords(found.length - SHOWN)}
      </p>
    </div>
  );
}

function Entry({ risk, onTake }: { risk: LibraryRisk; onTake: (risk: LibraryRisk) => void }) {
  const { description, questions, treatments } = risk;
  return (
    <div className={texts.small}>
      <p>{description}</p>
      <p>{QUESTIONS_TO_ASK}</p>
      <ul>
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p>{TREATMENTS_TO_THINK_OF}</p>
      <ul>
        {treatments.map((treatment) => (
          <li key={treatment.what}>{treatmentWords(treatment)}</li>
        ))}
      </ul>
      <Button onClick={() => onTake(risk)}>{TAKE_RISK}</Button>
    </div>
  );
}
