import { boundary } from './dates';
import { issueNamed } from './literals';
import { JqlError, type Operand } from './parse';
import type { JqlField, Scene, Term } from './scene';

/** The terms that what stands after an operator is: a value, a list or a function. */
export function operandTerms(scene: Scene, field: JqlField, operand: Operand): readonly Term[] {
  switch (operand.operandType) {
    case 'value':
      return whole(field, field.resolve(operand.value));
    case 'list':
      return operand.values.flatMap((value) => operandTerms(scene, field, value));
    case 'function':
      return whole(
        field,
        callFunction(
          scene,
          field,
          operand.function.value,
          operand.arguments.map((argument) => argument.value),
        ),
      );
    default:
      throw new JqlError(`EMPTY cannot stand in a list for the field '${field.name}'.`);
  }
}

const DAY = 86_400_000;
/** A field of days compares with the day of an instant. */
const whole = (field: JqlField, terms: readonly Term[]): readonly Term[] =>
  field.whole ? terms.map((term) => Math.floor(Number(term) / DAY) * DAY) : terms;

function callFunction(scene: Scene, field: JqlField, name: string, args: readonly string[]): readonly Term[] {
  const { site, actor, now } = scene;
  switch (name.toLowerCase()) {
    case 'currentuser':
      if (actor.accountId === null) return [];
      return [actor.accountId.toLowerCase()];
    case 'now':
      scene.usesClock = true;
      return [now];
    case 'linkedissues':
      return linkedIssues(scene, args);
    case 'membersof': {
      const group =
        site.store.groups.by('name', (args[0] ?? '').toLowerCase())[0] ?? site.store.groups.get(args[0] ?? '');
      if (!group)
        throw new JqlError(
          `Function 'membersOf' can not generate a list of usernames for group '${args[0]}'; the group does not exist.`,
        );
      return group.members.map((id) => id.toLowerCase());
    }
    default: {
      const instant = boundary(name, args[0], now);
      if (instant === undefined || field.kind !== 'date')
        throw new JqlError(`Unable to find JQL function '${name}(${args.join(', ')})' for the field '${field.name}'.`);
      scene.usesClock = true;
      return [instant];
    }
  }
}

function linkedIssues(scene: Scene, [key = '', ...words]: readonly string[]): Term[] {
  const { store } = scene.site;
  const issue = issueNamed(scene, key, 'linkedIssues');
  const wanted = words.map((word) => word.toLowerCase());
  const known = store.linkTypes
    .all()
    .flatMap((type) => [type.name, type.inward, type.outward].map((word) => word.toLowerCase()));
  const unknown = wanted.find((word) => !known.includes(word));
  if (unknown !== undefined)
    throw new JqlError(`Issue link type '${unknown}' could not be found in function 'linkedIssues'.`);
  return store.links.by('issue', issue.id).flatMap((link) => {
    const type = store.linkTypes.get(link.typeId);
    const outward = link.sourceId === issue.id;
    const text = (outward ? type?.outward : type?.inward)?.toLowerCase() ?? '';
    if (wanted.length > 0 && !wanted.includes(text) && !wanted.includes(type?.name.toLowerCase() ?? '')) return [];
    return [Number(outward ? link.destinationId : link.sourceId)];
  });
}
