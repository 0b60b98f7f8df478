import type { Schema } from './types';

export const text = (description?: string): Schema => ({ type: 'string', ...(description && { description }) });
export const bool = (description?: string): Schema => ({ type: 'boolean', ...(description && { description }) });
export const whole = (description?: string): Schema => ({
  type: 'integer',
  ...(description && { description }),
});
/** A count: a whole number from 0. */
export const count = (description?: string): Schema => ({ ...whole(description), minimum: 0 });
export const number = (description?: string): Schema => ({ type: 'number', ...(description && { description }) });
/** A share from 0 to 1, not rounded. */
export const ratio = (description?: string): Schema => ({ ...number(description), minimum: 0, maximum: 1 });
export const words = (list: readonly string[], description?: string): Schema => ({
  type: 'string',
  enum: list,
  ...(description && { description }),
});
export const list = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  ...(description && { description }),
});
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The same, or null. */
export function orNull(schema: Schema): Schema {
  if (schema.$ref !== undefined) return { anyOf: [schema, { type: 'null' }] };
  const { type, enum: allowed, ...rest } = schema;
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return { ...rest, type: [...types, 'null'], ...(allowed && { enum: [...allowed, null] }) };
}

/** An object with exactly these members. */
export function object(properties: Readonly<Record<string, Schema>>, description?: string): Schema {
  return {
    type: 'object',
    ...(description && { description }),
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
