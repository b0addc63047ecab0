import { AsyncSelect } from '@atlaskit/select';
import { router } from '@forge/bridge';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { JIRA_NOT_SEARCHED, NOTHING_FOUND, TYPE_SOMETHING } from '../../../src/words/screens/search';
import { call } from '../../shared/bridge/call';
import { CallError } from '../../shared/bridge/call-error';
import { goTo } from '../../shared/place';
import texts from '../../shared/ui/text.module.css';
import type { Found, FoundGroup } from './found';
import { issuesWith } from './issues';
import { requirementsWith } from './requirements';

const TYPING_MS = 300;
const FOREVER = Number.POSITIVE_INFINITY;

interface Props {
  projectId: string | null;
  label: string;
  /** @param byKey the focus goes back to where it was opened */
  onClose: (byKey: boolean) => void;
}

/** Finds requirements and issues while somebody types, and goes to the one that is chosen. */
export function SearchField({ projectId, label, onClose }: Props) {
  const client = useQueryClient();
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef('');

  const issues = async (text: string): Promise<FoundGroup[]> => {
    try {
      const projects = await client.fetchQuery({
        queryKey: ['search', 'projects', projectId],
        queryFn: () => call('projects.list', { projectId }),
        staleTime: FOREVER,
        gcTime: FOREVER,
      });
      return await issuesWith(text, projects);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setFailure(error.message);
      return [];
    }
  };
  const search = async (typed: string): Promise<FoundGroup[]> => {
    const text = typed.trim();
    latest.current = text;
    await new Promise((rested) => setTimeout(rested, TYPING_MS));
    if (text === '' || text !== latest.current) return [];
    setFailure(null);
    const [{ requirements }, found] = await Promise.all([
      client.fetchQuery({
        queryKey: ['search', 'requirements'],
        queryFn: () => call('requirements.list', {}),
        staleTime: FOREVER,
        gcTime: FOREVER,
      }),
      issues(text),
    ]);
    return [...requirementsWith(text, requirements), ...found];
  };
  const go = ({ to }: Found) => {
    onClose(false);
    if ('issueKey' in to) void router.open(`/browse/${to.issueKey}`);
    else goTo({ requirement: null, system: null, ...to });
  };
  return (
    <>
      <AsyncSelect<Found>
        autoFocus
        aria-label={label}
        placeholder={label}
        loadOptions={search}
        value={null}
        getOptionValue={({ name }) => name}
        getOptionLabel={({ name, title }) => `${name} ${title}`}
        noOptionsMessage={({ inputValue }) => (inputValue.trim() === '' ? TYPE_SOMETHING : NOTHING_FOUND)}
        components={{ DropdownIndicator: null }}
        onChange={(found) => found && go(found)}
        onBlur={() => onClose(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose(true);
        }}
      />
      {failure !== null && (
        <p className={`${texts.small} ${texts.overdue}`} role="alert">
          {JIRA_NOT_SEARCHED}: {failure}
        </p>
      )}
    </>
  );
}
