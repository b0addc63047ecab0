import Select from '@atlaskit/select';
import { useState } from 'react';
import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { CHOOSE_REQUIREMENT } from '../../../src/words/conclusions';
import { Conclusions } from '../conclusions/conclusions';

interface Props {
  detail: Output<'system.detail'>;
  onWritten: () => void;
}

/** Conclusions of one AI system, a requirement at a time. */
export function SystemConclusions({ detail: { system, cells }, onWritten }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const options = cells.map(({ requirementId, title }) => ({
    value: requirementId,
    label: `${numberOf(requirementId)} ${title}`,
    title,
  }));
  const option = options.find(({ value }) => value === chosen) ?? null;
  return (
    <>
      <Select
        aria-label={CHOOSE_REQUIREMENT}
        placeholder={CHOOSE_REQUIREMENT}
        options={options}
        value={option}
        onChange={(next) => setChosen(next?.value ?? null)}
      />
      {option && (
        <Conclusions
          key={option.value}
          projectId={null}
          requirement={{ id: option.value, title: option.title }}
          system={system}
          onWritten={onWritten}
        />
      )}
    </>
  );
}
