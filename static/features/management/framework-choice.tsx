import type { Output } from '../../../src/contract/procedures';
import { goTo } from '../../shared/place';
import { ListChoice } from '../../shared/ui/list-choice';

/** Whose requirements are shown. Figures of two frameworks are never added; with one there is nothing to choose. */
export function FrameworkChoice({ figures }: { figures: Output<'coverage.overview'> }) {
  const { framework, frameworks } = figures;
  if (frameworks.length < 2) return null;
  return (
    <ListChoice
      label="Framework"
      choices={frameworks.map(({ id, title }) => ({ id, word: title, count: null }))}
      chosen={framework}
      onChoose={(id) => goTo({ framework: id === frameworks[0]?.id ? null : id, requirement: null })}
    />
  );
}
