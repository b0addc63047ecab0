import type { Output } from '../../../src/contract/procedures';
import { SHOWN_TO_WORDS } from '../../../src/words/readers';
import { CHANGE_HEADS, CHANGES, SETTING_WORDS } from '../../../src/words/screens/setup/settings';
import { PERSON_NOT_NAMED } from '../../../src/words/screens/shared/common';
import { usePeople } from '../../shared/hooks/use-people';
import { instantWords } from '../../shared/ui/instant-words';
import { ColumnHeads, PlainTable } from '../../shared/ui/plain-table';
import type { Project } from './projects';

type Change = Output<'settings.read'>['changes'][number];

interface Props {
  changes: readonly Change[];
  projects: ReadonlyMap<string, Project>;
  timeZone: string;
}

/** What administrators set alone, with old and new value. */
export function SettingChanges({ changes, projects, timeZone }: Props) {
  const names = usePeople(changes.map(({ by }) => by));
  if (changes.length === 0) return null;
  const shownAs = (value: string | null, { setting }: Change) => {
    if (value === null) return '–';
    return setting === 'home-project'
      ? (projects.get(value)?.name ?? value)
      : ((SHOWN_TO_WORDS as Readonly<Record<string, string>>)[value] ?? value);
  };
  return (
    <details>
      <summary>{CHANGES}</summary>
      <PlainTable wide>
        <ColumnHeads words={CHANGE_HEADS} />
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.setting} ${change.at}`}>
              <td>{instantWords(change.at, timeZone)}</td>
              <th scope="row">{SETTING_WORDS[change.setting]}</th>
              <td>{shownAs(change.from, change)}</td>
              <td>{shownAs(change.to, change)}</td>
              <td>{(change.by && names.get(change.by)) || PERSON_NOT_NAMED}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </details>
  );
}
