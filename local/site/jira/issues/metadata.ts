import type { ValueContext } from '../fields/kinds';
import { type FieldDefinition, fieldSchema } from '../fields/registry';

/** `FieldMetadata` of a field for one issue: what a form needs to offer it. */
export function fieldMetadata(field: FieldDefinition, valueContext: ValueContext): Record<string, unknown> {
  return {
    required: field.id === 'summary',
    schema: fieldSchema(field),
    name: field.name,
    key: field.id,
    hasDefaultValue: field.id === 'priority' || field.id === 'reporter',
    operations: field.kind?.operations ?? ['add'],
    ...(field.kind?.allowedValues ? { allowedValues: field.kind.allowedValues(valueContext) } : {}),
  };
}
