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

const index = z.union([
  z.string().transform((name) => ({ name, partition: [] as string[], range: name })),
  z
    .looseObject({
      name: z.string(),
      range: z.array(z.string()).length(1, 'A range has one attribute.'),
      partition: z.array(z.string()).default([]),
    })
    .transform(({ name, range: [range = ''], partition }) => ({ name, partition, range })),
]);

const declared = z.looseObject({
  app: z.looseObject({
    storage: z
      .looseObject({
        entities: z
          .array(
            z.looseObject({
              name: z.string(),
              attributes: z.record(z.string(), z.looseObject({ type: z.string() })),
              indexes: z.array(index).max(7).default([]),
            }),
          )
          .default([]),
      })
      .optional(),
  }),
});

/** What orders an entity's values: by `range` among those whose `partition` attributes are asked for. */
export type Index = z.infer<typeof index>;

interface Entity {
  /** Attribute -> type. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly indexes: ReadonlyMap<string, Index>;
}

/** The custom entities of a manifest, by name. */
export type Entities = ReadonlyMap<string, Entity>;

/** @throws Error for an index of what is no attribute, or of one whose type has no order */
export function entitiesOf(manifest: unknown): Entities {
  const read = declared.safeParse(manifest);
  if (!read.success) throw new Error(`manifest.yml, app.storage: ${z.prettifyError(read.error)}`);
  return new Map(
    (read.data.app.storage?.entities ?? []).map(({ name, attributes, indexes }) => {
      const types = Object.fromEntries(Object.entries(attributes).map(([attribute, { type }]) => [attribute, type]));
      for (const one of indexes)
        for (const attribute of [...one.partition, one.range])
          if (types[attribute] === undefined || types[attribute] === 'any')
            throw new Error(
              `manifest.yml: the index ${one.name} of the entity ${name} is of ${attribute}, which is ${types[attribute] ?? 'no attribute'}.`,
            );
      return [name, { attributes: types, indexes: new Map(indexes.map((one) => [one.name, one])) }];
    }),
  );
}

/** @throws KvsRefused for one that the manifest lacks */
export function entityOf(entityName: string, entities: Entities): Entity {
  const entity = entities.get(entityName);
  if (!entity) throw new KvsRefused(400, 'INVALID_ENTITY', `manifest.yml declares no entity ${entityName}.`);
  return entity;
}

/** Where the values of an entity are kept, apart from plain keys. @throws KvsRefused for one that the manifest lacks */
export function spaceOf(entityName: string | undefined, entities: Entities): string {
  if (entityName === undefined) return 'plain';
  entityOf(entityName, entities);
  return `entity ${entityName}`;
}

/** A value holds declared attributes of their types, strictly. */
export function checkAttributes(entityName: string, value: unknown, entities: Entities): void {
  const { attributes } = entityOf(entityName, entities);
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
