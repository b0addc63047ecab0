import { requestJira } from '@forge/bridge';
import { useEffect, useState } from 'react';

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
  if (!response.ok) throw new Error(`Jira answered ${response.status} to the list of projects.`);
  return ((await response.json()) as { values: ProjectBean[] }).values.map(projectOf);
}

/** Projects by id as the viewer; those that the viewer may not see are left out. */
export function useProjects(ids: readonly string[]): ReadonlyMap<string, Project> {
  const [projects, setProjects] = useState<ReadonlyMap<string, Project>>(new Map());
  const key = ids.join(' ');
  useEffect(() => {
    let wanted = true;
    const read = async (id: string): Promise<Project[]> => {
      const response = await requestJira(`/rest/api/3/project/${id}`);
      return response.ok ? [projectOf((await response.json()) as ProjectBean)] : [];
    };
    void Promise.all(key.split(' ').filter(Boolean).map(read)).then((found) => {
      if (wanted) setProjects(new Map(found.flat().map((project) => [project.id, project])));
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return projects;
}
