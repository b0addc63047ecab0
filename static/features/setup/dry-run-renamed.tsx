import Heading from '@atlaskit/heading';
import type { Input, Output } from '../../../src/contract/procedures';
import { agreeing, counted } from '../../../src/words/numbers';
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
      <p className={texts.aside}>
        {counted(count, 'row is', 'rows are')} new by {agreeing(count, 'its', 'their')} name and otherwise like an AI
        system of an earlier import that the file does not have any more. As long as nobody says, nothing is done about
        either.
      </p>
      {renamed.map((question) => (
        <Choice
          key={question.line}
          question={question}
          isBusy={isBusy}
          onChoose={(is) => onAnswer({ about: 'renamed', line: question.line, is })}
        />
      ))}
      {more > 0 && <p>and {more} more, asked about when these are answered and imported</p>}
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
    { is: null, label: 'Not said: leave both alone' },
    ...candidates.map(({ issueId, issue }) => ({
      is: issueId,
      label: issue ? `The same as ${issue.key} ${issue.summary}` : 'The same as an issue that you may not see',
    })),
    { is: 'another', label: 'Another AI system: make a new one' },
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
