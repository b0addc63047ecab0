import { requestJira } from '@forge/bridge';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { projectsRefusedWords } from '../../../src/words/screens/setup/page';

export interface Project {
  id: string;
  key: string;
  name: string;
  /** Team-managed projects cannot take the configuration; they are shown so that nobody looks for them. */
  teamManaged: boolean;
}

interface ProjectBean {
  id: string;
  key: string;
  name: string;
  style?: string;
}

const projectOf = ({ id, key, name, style }: ProjectBean): Project => ({
  id,
  key,
  name,
  teamManaged: style === 'next-gen',
});

/** Projects that the viewer may see, by a part of name or key; the first 50. @throws Error with Jira's status */
export async function findProjects(text: string): Promise<Project[]> {
  const query = new URLSearchParams({ maxResults: '50', orderBy: 'name', ...(text ? { query: text } : {}) });
  const response = await requestJira(`/rest/api/3/project/search?${query}`);
  if (!response.ok) throw new Error(projectsRefusedWords(response.status));
  return ((await response.json()) as { values: ProjectBean[] }).values.map(projectOf);
}

/** Projects by id as the viewer; those that the viewer may not see are left out. */
export function useProjects(ids: readonly string[]): ReadonlyMap<string, Project> {
  const { data = [] } = useQuery({
    queryKey: ['projects', ...ids],
    queryFn: async () => (await Promise.all(ids.map(projectsOf))).flat(),
    placeholderData: keepPreviousData,
  });
  return new Map(data.map((project) => [project.id, project]));
}

async function projectsOf(id: string): Promise<Project[]> {
  const response = await requestJira(`/rest/api/3/project/${id}`);
  return response.ok ? [projectOf((await response.json()) as ProjectBean)] : [];
}
