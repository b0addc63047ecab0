import { z } from 'zod';
import type { AnyModule } from '../manifest';

const named = z.union([z.string(), z.object({ i18n: z.string() }).transform(({ i18n }) => i18n)]);
const form = z.object({
  resource: z.string(),
  viewportSize: z.string().optional(),
  title: named.optional(),
  openOnInsert: z.boolean().optional(),
});
const facts = z.object({
  description: named.optional(),
  label: named.optional(),
  layout: z.string().optional(),
  /** Of a macro; `config: true` is a form of UI Kit, which has no screen here. */
  config: form.optional().catch(undefined),
  /** Of a gadget. */
  edit: form.optional().catch(undefined),
});

/** What the products show of a module beside its own screen: words, layout, and the form that configures it. */
export function moduleFacts(module: AnyModule): Record<string, unknown> {
  const read = facts.safeParse(module);
  if (!read.success) return {};
  const { description, label, layout, config, edit } = read.data;
  const given = config ?? edit;
  const { viewportSize, ...rest } = given ?? {};
  return {
    ...(description === undefined ? {} : { description }),
    ...(label === undefined ? {} : { label }),
    ...(layout === undefined ? {} : { layout }),
    ...(given ? { form: { ...rest, ...(viewportSize === undefined ? {} : { size: viewportSize }) } } : {}),
  };
}
