import { invoke, view } from '@forge/bridge';

interface Counts {
  projects: { project: string; issues: number }[];
}

/** Draws a line for each project, and which of its own pages is open. */
async function draw(): Promise<void> {
  const { license } = await view.getContext();
  const { projects } = (await invoke('counts')) as unknown as Counts;
  const lines = projects.map(({ project, issues }) => `${project}: ${issues}`);
  document.body.textContent = [...lines, license?.active === false ? 'no licence' : 'licensed'].join('; ');
}

void draw();
