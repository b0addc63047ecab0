import { isOwn, type Ref } from './identity';
import type { Observed } from './observed';
import { fieldOf, issueTypeOf, linkTypeOf, refs, screenOf, screenSchemeOf, statusOf, workflowOf } from './own';
import type { Wanted } from './wanted/wanted';

/**
 * What the app made and has not kept: a crash came between Jira's answer and the keeping, or the app was installed anew.
 * Told by markers, and by what was about to be made. Pure.
 */
export function unkept(wanted: Wanted, observed: Observed): Record<Ref, string> {
  const { known } = observed;
  const own = new Map<Ref, string>();
  const add = (
    ref: Ref,
    found: { id: string | number; name: string; description?: string | undefined } | undefined,
  ) => {
    if (found && isOwn(ref, found, known) && known.made[ref] === undefined) own.set(ref, String(found.id));
  };
  for (const type of wanted.workTypes) {
    add(refs.issueType(type), issueTypeOf(type, observed).found);
    add(refs.workflow(type), workflowOf(type, observed).found);
    add(refs.screen(type), screenOf(type, observed).found);
    add(refs.screenScheme(type), screenSchemeOf(type, observed).found);
  }
  for (const status of wanted.statuses) add(refs.status(status), statusOf(status, observed).found);
  for (const type of wanted.linkTypes) {
    const ref = refs.linkType(type);
    const found = linkTypeOf(type, observed).found;
    if (found && known.making.has(ref)) own.set(ref, found.id);
  }
  for (const field of wanted.fields) {
    const state = fieldOf(field, observed).found;
    add(refs.field(field), state);
    add(
      refs.context(field),
      state?.contexts.find((context) => isOwn(refs.context(field), context, known)),
    );
    // A field that this very run made has the context that Jira made with it, and no other could be removed by mistake.
    const first = state?.contexts.find(({ isGlobal }) => isGlobal);
    if (first && own.has(refs.field(field)) && known.making.has(refs.field(field)))
      own.set(refs.firstContext(field), first.id);
  }
  return Object.fromEntries(own);
}
