import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { matchTemplate, type Template, templatesOf } from './templates';

/** Something that disagrees with the published description. */
export interface Problem {
  readonly operation: string;
  readonly where: 'path' | 'query' | 'request' | 'status' | 'response';
  readonly message: string;
}

export interface OpenApiCheck {
  /** `path` may carry a query; `body` is the parsed JSON, or undefined. */
  request(method: string, path: string, body: unknown): Problem[];
  response(method: string, path: string, status: number, body: unknown): Problem[];
  /** The scopes of OAuth 2 that the description gives to an operation, or null for a path that it does not have. */
  scopes(method: string, template: string): readonly string[][] | null;
  /** Whether the description has an operation for the path. */
  knows(method: string, path: string): boolean;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}
export interface Operation {
  readonly parameters?: readonly Parameter[];
  requestBody?: Content & { readonly required?: boolean };
  readonly responses: Record<string, Content>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}
interface Schema {
  properties?: Record<string, unknown>;
  required?: string[];
}
interface Description {
  readonly components: { readonly schemas: Record<string, Schema> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Corrections of a file, by schema and property (`ChangeDetails.from`). */
export interface Errata {
  /** Properties for which the live product answers null although the file does not say so. */
  readonly nullable?: readonly string[];
  /** Properties that have another name in the live product. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Instants that are milliseconds in the live product, as in the file's own examples, although it declares texts. */
  readonly instants?: readonly string[];
}

/** Answers that few operations declare; all have the product's common error shape. */
const COMMON_ERRORS = new Set([400, 401, 403, 404, 405, 409, 429, 500, 502, 503, 504]);
const ERROR_SHAPE = {
  type: 'object',
  required: ['errorMessages', 'errors'],
  properties: {
    errorMessages: { type: 'array', items: { type: 'string' } },
    errors: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const JSON_TYPE = /^application\/json/;

/**
 * Checks requests and answers against an OpenAPI 3 file. Operations are compiled when they are first used.
 * `errorShape` is the JSON schema of answers that an operation does not declare (401, 403, 429, 5xx …); Jira's by default.
 */
export function createOpenApiCheck(options: {
  spec: string;
  errorShape?: object;
  errata?: Errata;
  /** What stands in front of the file's paths in an address. */
  prefix?: string;
  /** True where the file's alternatives overlap although it asks for exactly one of them: any will do. */
  overlapping?: boolean;
}): OpenApiCheck {
  const text = readFileSync(options.spec, 'utf8');
  const description = JSON.parse(options.overlapping ? text.replaceAll('"oneOf":', '"anyOf":') : text) as Description;
  inline(description);
  for (const name of options.errata?.nullable ?? []) allowNull(description, name);
  for (const [name, wanted] of Object.entries(options.errata?.renamed ?? {})) rename(description, name, wanted);
  for (const name of options.errata?.instants ?? []) {
    const { property, properties } = propertyOf(description, name);
    properties[property] = { type: 'integer' };
  }
  // Not strict: the files use formats and keywords of OpenAPI that JSON schema does not have.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false });
  addFormats(ajv);
  ajv.addSchema(description, 'spec');
  const templates = templatesOf(Object.keys(description.paths));
  const compiled = new Map<string, ValidateFunction>();

  const pointer = (parts: readonly string[]) =>
    `spec#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

  const validator = (parts: readonly string[]): ValidateFunction => {
    const ref = pointer(parts);
    const known = compiled.get(ref);
    if (known) return known;
    const made = ajv.compile({ $ref: ref });
    compiled.set(ref, made);
    return made;
  };
  const errorValidator = ajv.compile(options.errorShape ?? ERROR_SHAPE);

  const find = (method: string, path: string): { template: Template; operation: Operation; name: string } | null => {
    const verb = method.toLowerCase();
    const template = matchTemplate(
      templates,
      (path.split('?')[0] ?? '').replace(options.prefix ?? '', ''),
      (candidate) => description.paths[candidate]?.[verb] !== undefined,
    );
    const operation = template && description.paths[template.path]?.[verb];
    return template && operation ? { template, operation, name: `${method.toUpperCase()} ${template.path}` } : null;
  };

  const mismatch = (validate: ValidateFunction, value: unknown): string[] =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(
          (error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`,
        );

  return {
    knows: (method, path) => find(method, path) !== null,
    scopes(method, template) {
      const operation = description.paths[template.replace(options.prefix ?? '', '')]?.[method.toLowerCase()];
      if (!operation) return null;
      return (operation.security ?? []).flatMap((entry) => {
        const scopes = entry.OAuth2 ?? entry.oAuthDefinitions ?? [];
        return scopes.length > 0 ? [[...scopes]] : [];
      });
    },
    request(method, path, body) {
      const found = find(method, path);
      if (!found)
        return [
          {
            operation: `${method} ${path}`,
            where: 'path',
            message: 'The published description has no such operation.',
          },
        ];
      const { operation, template, name } = found;
      const problems: Problem[] = checkQuery(operation, path).map((message) => ({
        operation: name,
        where: 'query',
        message,
      }));
      const type = Object.keys(operation.requestBody?.content ?? {}).find((candidate) => JSON_TYPE.test(candidate));
      if (body === undefined) {
        if (operation.requestBody?.required)
          problems.push({ operation: name, where: 'request', message: 'A request body is required.' });
        return problems;
      }
      if (type === undefined)
        return [...problems, { operation: name, where: 'request', message: 'The operation takes no JSON body.' }];
      const validate = validator([
        'paths',
        template.path,
        method.toLowerCase(),
        'requestBody',
        'content',
        type,
        'schema',
      ]);
      return [
        ...problems,
        ...mismatch(validate, body).map((message): Problem => ({ operation: name, where: 'request', message })),
      ];
    },
    response(method, path, status, body) {
      const found = find(method, path);
      if (!found) return [];
      const { operation, template, name } = found;
      const declared = operation.responses[String(status)];
      const problem = (where: Problem['where'], message: string): Problem => ({ operation: name, where, message });
      const type = Object.keys(declared?.content ?? {}).find((candidate) => JSON_TYPE.test(candidate));
      const hasSchema = type !== undefined && declared?.content?.[type]?.schema !== undefined;
      if (status >= 400 && !hasSchema) {
        if (!declared && !COMMON_ERRORS.has(status))
          return [problem('status', `The status ${status} is not declared.`)];
        return mismatch(errorValidator, body).map((message) => problem('response', message));
      }
      if (!declared)
        return [
          problem(
            'status',
            `The status ${status} is not declared; declared are ${Object.keys(operation.responses).join(', ')}.`,
          ),
        ];
      if (!hasSchema || type === undefined) return [];
      if (body === undefined || body === null) return [];
      return mismatch(
        validator([
          'paths',
          template.path,
          method.toLowerCase(),
          'responses',
          String(status),
          'content',
          type,
          'schema',
        ]),
        body,
      ).map((message) => problem('response', message));
    },
  };
}

/** Puts shared request bodies and answers in the place of their references, so that each has its address in the file. */
function inline(description: Description): void {
  const resolve = <T>(value: T): T => {
    const ref = (value as { $ref?: string } | undefined)?.$ref;
    if (ref === undefined) return value;
    return ref
      .slice('#/'.length)
      .split('/')
      .reduce<unknown>((place, part) => (place as Record<string, unknown>)[part], description) as T;
  };
  for (const operation of Object.values(description.paths).flatMap((path) => Object.values(path))) {
    if (operation.requestBody) operation.requestBody = resolve(operation.requestBody);
    for (const [status, response] of Object.entries(operation.responses ?? {}))
      operation.responses[status] = resolve(response);
  }
}

function allowNull(description: Description, name: string): void {
  const { property, properties } = propertyOf(description, name);
  properties[property] = { anyOf: [properties[property], { type: 'null' }] };
}

function rename(description: Description, name: string, wanted: string): void {
  const { schema, property, properties } = propertyOf(description, name);
  // Some names are wrong where they are required alone, and right where they are declared.
  properties[wanted] ??= properties[property];
  delete properties[property];
  if (schema.required) schema.required = schema.required.map((one) => (one === property ? wanted : one));
}

function propertyOf(description: Description, name: string) {
  const end = name.indexOf('.');
  const property = name.slice(end + 1);
  const schema = description.components.schemas[name.slice(0, end)];
  const properties = schema?.properties;
  if (!schema || !properties || !(properties[property] || schema.required?.includes(property)))
    throw new Error(`The description has no property ${name}.`);
  return { schema, property, properties };
}

/** Unknown query parameters and required ones that are missing. */
function checkQuery(operation: Operation, path: string): string[] {
  const given = new URLSearchParams(path.split('?')[1] ?? '');
  const known = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const unknown = [...given.keys()].filter((name) => !known.some((parameter) => parameter.name === name));
  const missing = known.filter((parameter) => parameter.required && !given.has(parameter.name));
  return [
    ...unknown.map((name) => `The query parameter '${name}' is unknown.`),
    ...missing.map(({ name }) => `The query parameter '${name}' is required.`),
  ];
}
