import { route } from '@forge/api';
import { z } from 'zod';
import { allValues } from '../pages';
import { type Identity, readJira } from '../request';

const status = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  statusCategory: z.string(),
  scope: z.object({ type: z.string() }).optional(),
});

export interface ObservedStatus {
  id: string;
  name: string;
  description: string;
  category: string;
}

/** Global statuses; those of team-managed projects are left out. */
export async function allStatuses(): Promise<ObservedStatus[]> {
  const statuses = await allValues('/rest/api/3/statuses/search', status);
  return statuses
    .filter(({ scope }) => scope?.type !== 'PROJECT')
    .map(({ id, name, description, statusCategory }) => ({
      id,
      name,
      description: description ?? '',
      category: statusCategory,
    }));
}

/** Makes global statuses together. @returns their ids by name */
export async function createStatuses(
  statuses: readonly { name: string; description: string; category: string }[],
  as: Identity,
): Promise<ReadonlyMap<string, string>> {
  const made = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/statuses`,
      body: {
        scope: { type: 'GLOBAL' },
        statuses: statuses.map(({ name, description, category }) => ({ name, description, statusCategory: category })),
      },
    },
    z.array(z.object({ id: z.string(), name: z.string() })),
  );
  return new Map(made.map(({ id, name }) => [name, id]));
}

const workflow = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  statuses: z.array(z.object({ statusReference: z.string() })),
  transitions: z
    .array(z.object({ name: z.string(), type: z.string(), toStatusReference: z.string().nullish() }))
    .optional(),
});

export interface ObservedWorkflow {
  id: string;
  name: string;
  description: string;
  statusIds: string[];
  transitionNames: string[];
}

/** Every workflow of the site with what it is made of. */
export async function allWorkflows(): Promise<ObservedWorkflow[]> {
  const values = await allValues('/rest/api/3/workflows/search?expand=values.transitions', workflow);
  return values.map((value) => ({
    id: value.id,
    name: value.name,
    description: value.description ?? '',
    statusIds: value.statuses.map((entry) => entry.statusReference),
    transitionNames: (value.transitions ?? []).filter((entry) => entry.type !== 'INITIAL').map((entry) => entry.name),
  }));
}

export interface NewWorkflow {
  name: string;
  description: string;
  statuses: readonly { id: string; name: string; category: string }[];
  transitions: readonly { name: string; fromIds: readonly string[]; toId: string }[];
  initialId: string;
}

/** Creates workflows over existing statuses. Transition ids count from 11, for 1 is the initial one. */
export async function createWorkflow(wanted: NewWorkflow, as: Identity): Promise<string> {
  const created = await readJira(
    {
      as,
      method: 'POST',
      route: route`/rest/api/3/workflows/create`,
      body: {
        scope: { type: 'GLOBAL' },
        statuses: wanted.statuses.map(({ id, name, category }) => ({
          id,
          name,
          statusCategory: category,
          statusReference: id,
          description: '',
        })),
        workflows: [
          {
            name: wanted.name,
            description: wanted.description,
            statuses: wanted.statuses.map(({ id }, index) => ({
              statusReference: id,
              layout: { x: 220 * index, y: 0 },
              properties: {},
            })),
            transitions: [
              {
                id: '1',
                type: 'INITIAL',
                name: 'Create',
                toStatusReference: wanted.initialId,
                links: [],
                actions: [],
                validators: [],
                triggers: [],
                properties: {},
              },
              ...wanted.transitions.map((transition, index) => ({
                id: String(11 + 10 * index),
                type: transition.fromIds.length === 0 ? 'GLOBAL' : 'DIRECTED',
                name: transition.name,
                toStatusReference: transition.toId,
                links: transition.fromIds.map((id) => ({ fromStatusReference: id, fromPort: 0, toPort: 1 })),
                actions: [],
                validators: [],
                triggers: [],
                properties: {},
              })),
            ],
          },
        ],
      },
    },
    z.object({ workflows: z.array(z.object({ id: z.string() })) }),
  );
  return created.workflows[0]?.id ?? '';
}
