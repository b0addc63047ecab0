import { z } from 'zod';
import { KvsRefused } from './rules';

/** Attribute types (developer.atlassian.com/platform/forge/storage-reference/entities-manifest); `any` holds what it likes. */
const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647,
  float: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string' && value.trim() !== '',
  boolean: (value) => typeof value === 'boolean',
  any: () => true,
};

const declared = z.looseObject({
  app: z.looseObject({
    storage: z
      .looseObject({
        entities: z
          .array(
            z.looseObject({ name: z.string(), attributes: z.record(z.string(), z.looseObject({ type: z.string() })) }),
          )
          .default([]),
      })
      .optional(),
  }),
});

/** The custom entities of a manifest: name -> attribute -> type. */
export type Entities = ReadonlyMap<string, Readonly<Record<string, string>>>;

export function entitiesOf(manifest: unknown): Entities {
  const read = declared.safeParse(manifest);
  if (!read.success) return new Map();
  return new Map(
    (read.data.app.storage?.entities ?? []).map(({ name, attributes }) => [
      name,
      Object.fromEntries(Object.entries(attributes).map(([attribute, { type }]) => [attribute, type])),
    ]),
  );
}

/** Where the values of an entity are kept, apart from plain keys. @throws KvsRefused for one that the manifest lacks */
export function spaceOf(entityName: string | undefined, entities: Entities): string {
  if (entityName === undefined) return 'plain';
  if (!entities.has(entityName))
    throw new KvsRefused(400, 'INVALID_ENTITY', `manifest.yml declares no entity ${entityName}.`);
  return `entity ${entityName}`;
}

/** A value holds declared attributes of their types, strictly. */
export function checkAttributes(entityName: string, value: unknown, entities: Entities): void {
  const attributes = entities.get(entityName) ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new KvsRefused(400, 'INVALID_VALUE', `A value of the entity ${entityName} is an object of its attributes.`);
  for (const [attribute, one] of Object.entries(value)) {
    const fits = FITS[attributes[attribute] ?? ''];
    if (!fits?.(one))
      throw new KvsRefused(
        400,
        'INVALID_ATTRIBUTE',
        `Attribute ${attribute} of the entity ${entityName}: ${attributes[attribute] ?? 'not declared'}.`,
      );
  }
}

interface Condition {
  condition: string;
  property: string;
  values: readonly unknown[];
}
export type Conditions = { and?: readonly Condition[]; or?: readonly Condition[] };

/** Whether what is stored meets the conditions; of nothing stored only NOT_EXISTS holds. */
export function meets(stored: unknown, { and, or }: Conditions): boolean {
  const value = (stored ?? {}) as Record<string, unknown>;
  return and
    ? and.every((one) => holds(value[one.property], one))
    : (or ?? []).some((one) => holds(value[one.property], one));
}

function holds(value: unknown, { condition, values: [wanted] }: Condition): boolean {
  switch (condition) {
    case 'EXISTS':
      return value !== undefined;
    case 'NOT_EXISTS':
      return value === undefined;
    case 'EQUAL_TO':
      return value === wanted;
    case 'NOT_EQUAL_TO':
      return value !== wanted;
    default:
      throw new KvsRefused(400, 'NOT_SIMULATED', `The local host has no condition ${condition} of a transaction.`);
  }
}
