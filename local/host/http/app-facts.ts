import { z } from 'zod';
import type { AnyModule, Manifest } from '../manifest';
import { addressOf } from './frames';

const config = z
  .looseObject({
    resource: z.string().optional(),
    title: z.unknown().optional(),
    viewportSize: z.unknown().optional(),
    openOnInsert: z.boolean().optional(),
  })
  .or(z.boolean().transform(() => ({ resource: undefined })))
  .optional();

const subpage = z.looseObject({ title: z.unknown(), route: z.string() });

/** The fields of modules that the pages around a frame act on (modules/macro and the module pages of Jira). */
const shown = z.looseObject({
  description: z.unknown().optional(),
  icon: z.string().optional(),
  label: z.unknown().optional(),
  status: z.unknown().optional(),
  thumbnail: z.string().optional(),
  layout: z.string().optional(),
  categories: z.array(z.string()).default([]),
  hidden: z.boolean().default(false),
  viewportSize: z.unknown().optional(),
  emitsReadyEvent: z.boolean().default(false),
  config,
  edit: z.looseObject({ resource: z.string().optional() }).optional(),
  pages: z.array(subpage).optional(),
  sections: z.array(z.looseObject({ header: z.unknown().optional(), pages: z.array(subpage) })).optional(),
});

/** What a page needs to know of a module of the app: one entry of `modules` in `GET /local/app`. */
export interface ModuleFacts {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly description: string | null;
  /** `main/policy`, as in the manifest. */
  readonly resource: string | null;
  /** Where the frame is on the frames' origin. */
  readonly address: string | null;
  /** Where the module's icon is on the frames' origin. */
  readonly iconAddress: string | null;
  readonly layout: string | null;
  readonly categories: readonly string[];
  readonly hidden: boolean;
  readonly viewportSize: unknown;
  readonly emitsReadyEvent: boolean;
  /** Sub-pages of a page of Jira (modules/jira-global-page, "Subpages"); those without a section have no header. */
  readonly sections: readonly SectionFacts[];
  /** Whether the person may open it: the products show no module to who has no licence, unless it names their kind. */
  readonly isOpen: boolean;
  readonly hasExport: boolean;
  /** The form in which a macro is configured. */
  readonly config: FormFacts | null;
  /** The form in which a gadget is configured. */
  readonly edit: FormFacts | null;
}

export interface SectionFacts {
  readonly header: string | null;
  readonly pages: readonly { readonly title: string; readonly route: string }[];
}

export interface FormFacts {
  readonly resource: string;
  readonly address: string | null;
  readonly title: string | null;
  readonly viewportSize: unknown;
  readonly openOnInsert: boolean;
}

export function moduleFacts(manifest: Manifest, module: AnyModule, isOpen: boolean): ModuleFacts {
  const more = shown.parse(module);
  const text = (value: unknown) => manifest.translations.text(value);
  const form = (given: z.infer<typeof config> | z.infer<typeof shown>['edit']): FormFacts | null =>
    given?.resource === undefined
      ? null
      : {
          resource: given.resource,
          address: addressOf(manifest, given.resource),
          title: 'title' in given ? text(given.title) : null,
          viewportSize: 'viewportSize' in given ? (given.viewportSize ?? null) : null,
          // "openOnInsert … defaults to true for custom configuration".
          openOnInsert: 'openOnInsert' in given ? given.openOnInsert !== false : true,
        };
  return {
    key: module.key,
    type: module.type,
    title: text(module.title) ?? text(more.label) ?? module.key,
    description: text(more.description),
    resource: module.resource ?? null,
    address: addressOf(manifest, module.resource ?? null),
    iconAddress: iconOf(more.icon ?? more.thumbnail),
    layout: module.type === 'macro' ? (more.layout ?? 'block') : (more.layout ?? null),
    categories: more.categories,
    hidden: more.hidden,
    viewportSize: more.viewportSize ?? null,
    emitsReadyEvent: more.emitsReadyEvent,
    sections: (more.sections ?? (more.pages ? [{ pages: more.pages }] : [])).map(({ header, pages }) => ({
      header: text(header),
      pages: pages.map(({ title, route }) => ({ title: text(title) ?? route, route })),
    })),
    isOpen,
    hasExport: module.adfExport !== undefined,
    config: form(more.config),
    edit: form(more.edit),
  };
}

/** `resource:main;icon.svg` is a file of a resource (custom-ui, "Icons"). */
export function iconOf(icon: string | undefined): string | null {
  const [, key, path] = /^resource:([^;]+);(.+)$/.exec(icon ?? '') ?? [];
  return key && path ? `/resource/${key}/${path}` : null;
}
