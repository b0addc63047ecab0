import { AsyncSelect } from '@atlaskit/select';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import {
  ADDRESSED_TO,
  ADDRESSED_TO_HELP,
  FIND_GROUPS,
  NAMELESS_GROUP,
} from '../../../../src/words/screens/macros/policy';
import { jiraRest } from '../../../shared/bridge/jira-rest';
import texts from '../../../shared/ui/text.module.css';

/** A group by its id; its name is null until it is read, and where the viewer may not see it. */
export interface GroupChoice {
  value: string;
  label: string | null;
}

interface Props {
  groups: readonly GroupChoice[];
  isDisabled: boolean;
  onChange: (groups: readonly GroupChoice[]) => void;
}

/** The groups of the site whose members are asked, found and named by Jira as the viewer. */
export default function AudienceField({ groups, isDisabled, onChange }: Props) {
  const id = useId();
  const nameless = groups.flatMap(({ value, label }) => (label === null ? [value] : []));
  const { data: names } = useQuery({ queryKey: ['groups', ...nameless], queryFn: () => namesOf(nameless) });
  return (
    <div>
      <label htmlFor={id}>{ADDRESSED_TO}</label>
      <AsyncSelect<{ value: string; label: string }, true>
        inputId={id}
        isMulti
        defaultOptions
        isDisabled={isDisabled}
        loadOptions={findGroups}
        placeholder={FIND_GROUPS}
        value={groups.map(({ value, label }) => ({ value, label: label ?? names?.get(value) ?? NAMELESS_GROUP }))}
        onChange={onChange}
      />
      <p className={texts.aside}>{ADDRESSED_TO_HELP}</p>
    </div>
  );
}

/** Groups whose name has the text in it ("Find groups", Jira REST v3); whoever may not browse groups finds none. */
async function findGroups(text: string): Promise<{ value: string; label: string }[]> {
  const { groups } = await jiraRest<{ groups: { groupId: string; name: string }[] }>(
    'GET',
    `/rest/api/3/groups/picker?maxResults=20&caseInsensitive=true&query=${encodeURIComponent(text)}`,
  );
  return groups.map(({ groupId, name }) => ({ value: groupId, label: name }));
}

async function namesOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (groupIds.length === 0) return new Map();
  const query = groupIds.map((id) => `groupId=${encodeURIComponent(id)}`).join('&');
  const { values } = await jiraRest<{ values: { groupId: string; name: string }[] }>(
    'GET',
    `/rest/api/3/group/bulk?${query}`,
  ).catch(() => ({ values: [] }));
  return new Map(values.map(({ groupId, name }) => [groupId, name]));
}
