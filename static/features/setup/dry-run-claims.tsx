import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { counted, countWords } from '../../../src/words/numbers';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type Report = Output<'import.dryRun'>;

const COUNTS = [
  ['claimed', 'Claimed'],
  ['planned', 'Planned'],
  ['notKnown', 'Not known'],
  ['declaredNo', 'Declared “no”'],
  ['notAsked', 'Not asked'],
] as const;
const CLAIM_HEAD = {
  cells: [{ key: 'requirement', content: 'Requirement' }, ...COUNTS.map(([key, content]) => ({ key, content }))],
};
const TEXT_HEAD = {
  cells: [
    { key: 'text', content: 'Text', width: 60 },
    { key: 'says', content: 'Taken as', width: 25 },
    { key: 'rows', content: 'Rows', width: 15 },
  ],
};
const SAYS = { nothing: 'nothing said', none: 'there is none' } as const;

/** What the file says for each requirement, in AI systems; each stands in one column. */
export function Claims({ claims }: Pick<Report, 'claims'>) {
  if (claims.length === 0) return null;
  const [first] = claims;
  const retired = first ? COUNTS.reduce((sum, [key]) => sum + first.retired[key], 0) : 0;
  return (
    <section className={styles.importPart}>
      <Heading size="xsmall" as="h3">
        What the file says of the AI systems in scope
      </Heading>
      <p className={texts.aside}>
        Every AI system in scope is counted once for each requirement. Claimed and planned become work that is declared
        and not seen. Of the others nothing is made, and the requirement stays open: the answer is not known to the
        mapping, the file says that it is not done, or it says nothing.
        {retired > 0 &&
          ` Not among them: ${counted(retired, 'AI system', 'AI systems')} that the file calls retired or rejected.`}
      </p>
      <DynamicTable
        label="What the file says of the AI systems in scope"
        head={CLAIM_HEAD}
        rows={claims.map(({ requirementId, inScope }) => ({
          key: requirementId,
          cells: [
            { key: requirementId, content: numberOf(requirementId) },
            ...COUNTS.map(([key]) => ({ key: inScope[key], content: countWords(inScope[key]) })),
          ],
        }))}
      />
    </section>
  );
}

/** Texts that were taken for "no risk": whoever knows better sees them here. */
export function NoRisk({ noRisk: { rows, texts: said } }: Pick<Report, 'noRisk'>) {
  if (rows === 0) return null;
  return (
    <section className={styles.importPart}>
      <Heading size="xsmall" as="h3">
        No risk named
      </Heading>
      <p className={texts.aside}>
        {counted(rows, 'row has', 'rows have')} a text where a risk would stand that names none. No AI risk is made of
        it.
      </p>
      <DynamicTable
        label="Texts that name no risk"
        head={TEXT_HEAD}
        rows={said.map(({ text, says, rows: count }) => ({
          key: text,
          cells: [
            { key: text, content: text },
            { key: says, content: SAYS[says] },
            { key: count, content: countWords(count) },
          ],
        }))}
      />
    </section>
  );
}
