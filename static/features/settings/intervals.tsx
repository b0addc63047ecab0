import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { MOST_INTERVAL_MONTHS } from '../../../src/contract/figure-settings';
import { numberOf } from '../../../src/contract/requirement-id';
import { asProposedWords, monthsWords, SETTINGS_WORDS } from '../../../src/words/settings';
import layout from '../../shared/ui/layout.module.css';
import { LinkButton } from '../../shared/ui/link-button';
import { ColumnHeads, PlainTable } from '../../shared/ui/plain-table';
import texts from '../../shared/ui/text.module.css';
import type { PartProps } from './part';
import styles from './settings.module.css';

const HEADS = [SETTINGS_WORDS.requirement, SETTINGS_WORDS.months, SETTINGS_WORDS.proposed, ''];

/** For how many months evidence counts, where the organisation has an interval of its own. */
export function Intervals({ settings: { intervals }, write }: PartProps) {
  const own = intervals.flatMap((one) => (one.months === null ? [] : [{ ...one, months: one.months }]));
  return (
    <div className={layout.stack}>
      <p className={texts.aside}>{SETTINGS_WORDS.aboutIntervals}</p>
      {own.length === 0 && <p>{SETTINGS_WORDS.noIntervals}</p>}
      {own.length > 0 && (
        <PlainTable>
          <ColumnHeads words={HEADS} />
          <tbody>
            {own.map(({ requirementId, title, months, proposed }) => (
              <tr key={requirementId}>
                <th scope="row">{`${numberOf(requirementId)} ${title}`}</th>
                <td>{monthsWords(months)}</td>
                <td>{monthsWords(proposed)}</td>
                <td>
                  {write && (
                    <LinkButton onClick={() => write({ key: `interval/${requirementId}`, body: null })}>
                      {asProposedWords(numberOf(requirementId))}
                    </LinkButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      )}
      {write && <Another intervals={intervals} write={write} />}
    </div>
  );
}

function Another({
  intervals,
  write,
}: Pick<PartProps['settings'], 'intervals'> & { write: NonNullable<PartProps['write']> }) {
  const [requirementId, setRequirementId] = useState<string | null>(null);
  const [months, setMonths] = useState(Number.NaN);
  const options = intervals.map((one) => ({
    value: one.requirementId,
    label: `${numberOf(one.requirementId)} ${one.title}`,
    proposed: one.proposed,
  }));
  const isPossible = Number.isInteger(months) && months >= 1 && months <= MOST_INTERVAL_MONTHS;
  const set = () => {
    if (requirementId === null) return;
    write({ key: `interval/${requirementId}`, body: { months } });
    setRequirementId(null);
    setMonths(Number.NaN);
  };
  return (
    <div className={styles.interval}>
      <Select
        aria-label={SETTINGS_WORDS.requirement}
        placeholder={SETTINGS_WORDS.requirement}
        options={options}
        value={options.find(({ value }) => value === requirementId) ?? null}
        onChange={(option) => {
          setRequirementId(option?.value ?? null);
          setMonths(option?.proposed ?? Number.NaN);
        }}
      />
      <Textfield
        type="number"
        aria-label={SETTINGS_WORDS.months}
        placeholder={SETTINGS_WORDS.months}
        min={1}
        max={MOST_INTERVAL_MONTHS}
        value={Number.isNaN(months) ? '' : months}
        onChange={(event) => setMonths(event.currentTarget.valueAsNumber)}
      />
      <Button isDisabled={requirementId === null || !isPossible} onClick={set}>
        {SETTINGS_WORDS.add}
      </Button>
    </div>
  );
}
