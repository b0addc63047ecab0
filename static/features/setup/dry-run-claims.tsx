import DynamicTable from '@atlaskit/dynamic-table';
import Heading from '@atlaskit/heading';
import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { countWords } from '../../../src/words/numbers';
import {
  ABOUT_CLAIMS,
  aboutNoRiskWords,
  CLAIM_WORDS,
  CLAIMS,
  NO_RISK,
  NO_RISK_TABLE,
  NO_RISK_WORDS,
  notAmongThemWords,
  TAKEN_AS,
} from '../../../src/words/screens/setup/dry-run';
import texts from '../../shared/ui/text.module.css';
import styles from './setup.module.css';

type Report = Output<'import.dryRun'>;

const COUNTS = Object.entries(CLAIM_WORDS) as [keyof typeof CLAIM_WORDS, string][];
const CLAIM_HEAD = {
  cells: [{ key: 'requirement', content: 'Requirement' }, ...COUNTS.map(([key, content]) => ({ key, content }))],
};
const TEXT_HEAD = {
  cells: [
    { key: 'text', content: 'Text', width: 60 },
    { key: 'says', content: TAKEN_AS, width: 25 },
    { key: 'rows', content: 'Rows', width: 15 },
  ],
};

/** What the file says for each requirement, in AI systems; each stands in one column. */
export function Claims({ claims }: Pick<Report, 'claims'>) {
  if (claims.length === 0) return null;
  const [first] = claims;
  const retired = first ? COUNTS.reduce((sum, [key]) => sum + first.retired[key], 0) : 0;
  return (
    <section className={styles.importPart}>
      <Heading size="xsmall" as="h3">
        {CLAIMS}
      </Heading>
      <p className={texts.aside}>
        {ABOUT_CLAIMS}
        {retired > 0 && ` ${notAmongThemWords(retired)}`}
      </p>
      <DynamicTable
        label={CLAIMS}
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
        {NO_RISK}
      </Heading>
      <p className={texts.aside}>{aboutNoRiskWords(rows)}</p>
      <DynamicTable
        label={NO_RISK_TABLE}
        head={TEXT_HEAD}
        rows={said.map(({ text, says, rows: count }) => ({
          key: text,
          cells: [
            { key: text, content: text },
            { key: says, content: NO_RISK_WORDS[says] },
            { key: count, content: countWords(count) },
          ],
        }))}
      />
    </section>
  );
}
