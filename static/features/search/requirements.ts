import type { Output } from '../../../src/contract/procedures';
import { numberOf } from '../../../src/contract/requirement-id';
import { type FoundGroup, SHOWN } from './found';

type Requirement = Output<'requirements.list'>['requirements'][number];

/** Requirements whose number or title has every word; those whose number begins with what was typed come first. */
export function requirementsWith(text: string, requirements: readonly Requirement[]): FoundGroup[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const begins = ({ id }: Requirement) =>
    numberOf(id)
      .toLowerCase()
      .startsWith(words[0] ?? '')
      ? 0
      : 1;
  const options = requirements
    .filter(({ id, title }) => words.every((word) => `${numberOf(id)} ${title}`.toLowerCase().includes(word)))
    .sort((a, b) => begins(a) - begins(b))
    .slice(0, SHOWN)
    .map(({ id, title }) => ({ name: numberOf(id), title, to: { page: 'requirements', requirement: id } }));
  return options.length === 0 ? [] : [{ label: 'Requirements', options }];
}
