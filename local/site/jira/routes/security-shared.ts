import { z } from 'zod';
import { type Call, self } from '../call';
import { badRequest, notFound } from '../errors';
import type { SecurityLevel, SecurityMember, SecurityScheme } from '../model/security';
import { name } from './bodies';

/** OpenAPI, "Create issue security scheme": levels, and members of them, a request. */
const MOST = 100;

const HOLDERS = ['applicationRole', 'group', 'user', 'projectRole', 'projectLead', 'reporter', 'assignee'] as const;

export const memberBody = z.object({ type: z.string(), parameter: z.string().optional() });
export const levelBody = z.object({
  name: name.max(60),
  description: z.string().max(255).default(''),
  isDefault: z.boolean().default(false),
  members: z.array(memberBody).max(MOST).default([]),
});
export const levelsBody = z.array(levelBody).max(MOST).default([]);

export function newMember(call: Call, input: z.infer<typeof memberBody>): SecurityMember {
  const { store } = call.site;
  const type = HOLDERS.find((one) => one.toLowerCase() === input.type.toLowerCase());
  if (!type) throw badRequest(`The member type '${input.type}' is not one of ${HOLDERS.join(', ')}.`);
  const parameter = input.parameter ?? '';
  const known = {
    group: () => store.groups.get(parameter) ?? store.groups.by('name', parameter.toLowerCase())[0],
    user: () => store.users.get(parameter),
    projectRole: () => store.roles.get(parameter),
  };
  const find = type in known ? known[type as keyof typeof known] : null;
  const found = find?.();
  if (find && !found) throw badRequest(`The member ${type} '${parameter}' does not exist.`);
  return { id: store.nextId('securityMember'), holder: found ? { type, parameter: found.id } : { type } };
}

function newLevel(call: Call, input: z.infer<typeof levelBody>): SecurityLevel {
  return {
    id: call.site.store.nextId('securityLevel'),
    name: input.name,
    description: input.description,
    members: input.members.map((member) => newMember(call, member)),
  };
}

/** A scheme with more levels, of which the one marked becomes its default. Errors: 400 for a name that is taken. */
export function withLevels(
  call: Call,
  scheme: SecurityScheme,
  inputs: readonly z.infer<typeof levelBody>[],
): SecurityScheme {
  const levels = [...scheme.levels];
  let { defaultLevelId } = scheme;
  for (const input of inputs) {
    if (levels.some((one) => one.name.toLowerCase() === input.name.toLowerCase()))
      throw badRequest(`The scheme has a level with the name '${input.name}' already.`);
    const level = newLevel(call, input);
    levels.push(level);
    if (input.isDefault) defaultLevelId = level.id;
  }
  return { ...scheme, levels, defaultLevelId };
}

export function securityScheme(call: Call, id: string): SecurityScheme {
  const scheme = call.site.store.securitySchemes.get(id);
  if (!scheme) throw notFound(`The issue security scheme with id ${id} does not exist.`);
  return scheme;
}

export function levelOf(scheme: SecurityScheme, id: string): SecurityLevel {
  const level = scheme.levels.find((one) => one.id === id);
  if (!level) throw notFound(`The issue security level with id ${id} does not exist.`);
  return level;
}

/** `SecurityLevel`. */
export const levelBean = (call: Call, scheme: SecurityScheme, level: SecurityLevel) => ({
  self: self(call.site, `/securitylevel/${level.id}`),
  id: level.id,
  name: level.name,
  description: level.description,
  isDefault: scheme.defaultLevelId === level.id,
  issueSecuritySchemeId: scheme.id,
});

/** `PermissionHolder` of a member. */
export const holderBean = ({ holder: { type, parameter } }: SecurityMember) => ({
  type,
  ...(parameter === undefined ? {} : { parameter, value: parameter }),
});
