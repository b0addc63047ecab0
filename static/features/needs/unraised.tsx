import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { moreUnraisedWords, unraisedWords } from '../../../src/words/attention';
import { RowsLink, rowsOfSystem } from '../../shared/ui/rows-link';
import texts from '../../shared/ui/text.module.css';

/** Check N3 in "Needs you": findings from which nothing was raised, with the way to where it is raised. */
export function UnraisedLines({
  unraised: { conclusions, more },
}: {
  unraised: Output<'viewer.needs'>['awaiting']['unraised'];
}) {
  return (
    <>
      {conclusions.map(({ requirementId, title, system, concludedOn }) => (
        <li key={`${requirementId} ${system?.issueId}`}>
          <RowsLink
            to={system === null ? { page: 'requirements', requirement: requirementId } : rowsOfSystem(system.issueId)}
          >
            {numberOf(requirementId)} {title}
          </RowsLink>
          {system !== null && ` · ${system.key} ${system.summary}`}
          <br />
          <span className={`${texts.overdue} ${texts.small}`}>{unraisedWords(concludedOn)}</span>
        </li>
      ))}
      {more > 0 && <li className={texts.aside}>{moreUnraisedWords(more)}</li>}
    </>
  );
}
