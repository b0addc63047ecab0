import Heading from '@atlaskit/heading';
import type { Input, Output } from '../../../src/contract/procedures';
import {
  ANOTHER_SYSTEM,
  aboutRenamedWords,
  moreRenamedWords,
  NOT_SAID,
  sameAsWords,
} from '../../../src/words/screens/setup/dry-run';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type Question = Output<'import.dryRun'>['renamed'][number];

interface Props {
  /** As many as one answer lists. */
  renamed: readonly Question[];
  count: number;
  /** An answer is on its way: the next one waits for it. Nothing is disabled, for that would take the focus away. */
  isBusy: boolean;
  onAnswer: (answer: Input<'import.answer'>['answer']) => void;
}

/** Rows that may be known AI systems under a new name: only a person can say. */
export function Renamed({ renamed, count, isBusy, onAnswer }: Props) {
  if (count === 0) return null;
  const more = count - renamed.length;
  return (
    <section className={styles.importPart} aria-labelledby="renamed">
      <Heading size="xsmall" as="h3" id="renamed">
        Renamed?
      </Heading>
      <p className={texts.aside}>{aboutRenamedWords(count)}</p>
      {renamed.map((question) => (
        <Choice
          key={question.line}
          question={question}
          isBusy={isBusy}
          onChoose={(is) => onAnswer({ about: 'renamed', line: question.line, is })}
        />
      ))}
      {more > 0 && <p>{moreRenamedWords(more)}</p>}
    </section>
  );
}

function Choice({
  question: { line, name, answer, candidates },
  isBusy,
  onChoose,
}: {
  question: Question;
  isBusy: boolean;
  onChoose: (is: string | null) => void;
}) {
  const choices: { is: string | null; label: string }[] = [
    { is: null, label: NOT_SAID },
    ...candidates.map(({ issueId, issue }) => ({
      is: issueId,
      label: sameAsWords(issue),
    })),
    { is: 'another', label: ANOTHER_SYSTEM },
  ];
  return (
    <fieldset className={styles.choices} aria-busy={isBusy}>
      <legend>
        Line {line}: {name}
      </legend>
      {choices.map(({ is, label }) => (
        <label key={is ?? ''}>
          <input
            type="radio"
            name={`renamed-${line}`}
            checked={answer === is}
            onChange={() => !isBusy && onChoose(is)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
