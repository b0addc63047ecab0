import { z } from 'zod';
import { type Call, noContent, page, queryList, type Reply, type Route, route } from '../call';
import { badRequest, notFound } from '../errors';
import type { SecurityLevel, SecurityScheme } from '../model/security';
import { startTask } from '../model/tasks';
import { SECURITY } from '../permissions/security';
import { description, id, name } from './bodies';
import {
  holderBean,
  levelBean,
  levelOf,
  levelsBody,
  memberBody,
  newMember,
  securityScheme,
  withLevels,
} from './security-shared';

/** Levels of issue security schemes and their members. */

const MANAGE = 'manage:jira-configuration';
const BASE = '/issuesecurityschemes';
const LEVEL = `${BASE}/{schemeId}/level/{levelId}`;

interface Placed {
  scheme: SecurityScheme;
  level: SecurityLevel;
}

/** The levels of all schemes that a query names by `schemeId` and, under `idName`, by their own id. */
function asked(call: Call, idName: 'id' | 'levelId'): Placed[] {
  const [schemes, ids] = [queryList(call, 'schemeId'), queryList(call, idName)];
  return call.site.store.securitySchemes
    .all()
    .filter((scheme) => schemes.length === 0 || schemes.includes(scheme.id))
    .flatMap((scheme) => scheme.levels.map((level) => ({ scheme, level })))
    .filter(({ level }) => ids.length === 0 || ids.includes(level.id));
}

function placed(call: Call): Placed {
  const scheme = securityScheme(call, call.param('schemeId'));
  return { scheme, level: levelOf(scheme, call.param('levelId')) };
}

const put = (call: Call, scheme: SecurityScheme, level: SecurityLevel) =>
  call.site.store.securitySchemes.put({
    ...scheme,
    levels: scheme.levels.map((one) => (one.id === level.id ? level : one)),
  });

const defaultsBody = z.object({
  defaultValues: z.array(z.object({ issueSecuritySchemeId: id, defaultLevelId: id.nullable() })).min(1),
});

function setDefaults(call: Call): Reply {
  for (const { issueSecuritySchemeId, defaultLevelId } of call.body(defaultsBody).defaultValues) {
    const scheme = securityScheme(call, issueSecuritySchemeId);
    if (defaultLevelId !== null) levelOf(scheme, defaultLevelId);
    call.site.store.securitySchemes.put({ ...scheme, defaultLevelId });
  }
  return noContent();
}

function change(call: Call): Reply {
  const { scheme, level } = placed(call);
  const input = call.body(z.object({ name: name.max(60).optional(), description }));
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  put(call, scheme, { ...level, ...given });
  return noContent();
}

/** Issues of the level get the one that replaces it, or none. */
function remove(call: Call): Reply {
  const { store } = call.site;
  const { scheme, level } = placed(call);
  const replaceWith = call.query.get('replaceWith');
  if (replaceWith === level.id) throw badRequest('A level cannot be replaced with itself.');
  if (replaceWith !== null) levelOf(scheme, replaceWith);
  for (const project of store.projects.by('securityScheme', scheme.id))
    for (const issue of store.issues.by('project', project.id)) {
      const { [SECURITY]: old, ...values } = issue.values;
      if (old !== level.id) continue;
      store.issues.put({ ...issue, values: replaceWith === null ? values : { ...values, [SECURITY]: replaceWith } });
    }
  store.securitySchemes.put({
    ...scheme,
    defaultLevelId: scheme.defaultLevelId === level.id ? null : scheme.defaultLevelId,
    levels: scheme.levels.filter((one) => one.id !== level.id),
  });
  return startTask(call, 'Remove issue security level', null);
}

function addMembers(call: Call): Reply {
  const { scheme, level } = placed(call);
  const { members } = call.body(z.object({ members: z.array(memberBody).min(1) }));
  put(call, scheme, { ...level, members: [...level.members, ...members.map((one) => newMember(call, one))] });
  return noContent();
}

function removeMember(call: Call): Reply {
  const { scheme, level } = placed(call);
  const memberId = call.param('memberId');
  if (!level.members.some((one) => one.id === memberId))
    throw notFound(`The level has no member with the id ${memberId}.`);
  put(call, scheme, { ...level, members: level.members.filter((one) => one.id !== memberId) });
  return noContent();
}

export const securityLevelRoutes: readonly Route[] = [
  route('GET', `${BASE}/level`, 'admin', MANAGE, (call) => {
    const onlyDefault = call.query.get('onlyDefault') === 'true';
    const found = asked(call, 'id').filter(({ scheme, level }) => !onlyDefault || scheme.defaultLevelId === level.id);
    return page(call, `${BASE}/level`, found, ({ scheme, level }) => levelBean(call, scheme, level));
  }),
  route('PUT', `${BASE}/level/default`, 'admin', MANAGE, setDefaults),
  route('GET', `${BASE}/level/member`, 'admin', MANAGE, (call) => {
    const ids = queryList(call, 'id');
    const found = asked(call, 'levelId')
      .flatMap(({ scheme, level }) => level.members.map((member) => ({ scheme, level, member })))
      .filter(({ member }) => ids.length === 0 || ids.includes(member.id));
    return page(call, `${BASE}/level/member`, found, ({ scheme, level, member }) => ({
      id: member.id,
      issueSecurityLevelId: level.id,
      issueSecuritySchemeId: scheme.id,
      holder: holderBean(member),
    }));
  }),
  route('GET', `${BASE}/{issueSecuritySchemeId}/members`, 'admin', MANAGE, (call) => {
    const scheme = securityScheme(call, call.param('issueSecuritySchemeId'));
    const levels = queryList(call, 'issueSecurityLevelId');
    const found = scheme.levels
      .filter((level) => levels.length === 0 || levels.includes(level.id))
      .flatMap((level) => level.members.map((member) => ({ level, member })));
    return page(call, `${BASE}/${scheme.id}/members`, found, ({ level, member }) => ({
      id: Number(member.id),
      issueSecurityLevelId: Number(level.id),
      holder: holderBean(member),
    }));
  }),
  route('PUT', `${BASE}/{schemeId}/level`, 'admin', MANAGE, (call) => {
    const scheme = securityScheme(call, call.param('schemeId'));
    const { levels } = call.body(z.object({ levels: levelsBody }));
    call.site.store.securitySchemes.put(withLevels(call, scheme, levels));
    return noContent();
  }),
  route('PUT', LEVEL, 'admin', MANAGE, change),
  route('DELETE', LEVEL, 'admin', MANAGE, remove),
  route('PUT', `${LEVEL}/member`, 'admin', MANAGE, addMembers),
  route('DELETE', `${LEVEL}/member/{memberId}`, 'admin', MANAGE, removeMember),
];
