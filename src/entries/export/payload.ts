import { z } from 'zod';

const configSchema = z.record(z.string(), z.unknown());
const id = z.union([z.string(), z.number()]).transform(String);
const content = z.looseObject({ id: id.optional() }).optional();

/**
 * What Confluence hands to an export function. PDF and Word put configuration and page into different places, which no
 * page of Atlassian's documents: all are looked at.
 */
const payloadSchema = z.looseObject({
  extensionPayload: z.looseObject({ config: configSchema.nullish() }).nullish(),
  context: z
    .looseObject({
      config: configSchema.nullish(),
      contentId: id.optional(),
      content,
      extension: z.looseObject({ config: configSchema.nullish(), content }).nullish(),
    })
    .nullish(),
});

export interface ExportRequest {
  config: Readonly<Record<string, unknown>>;
  pageId: string | null;
}

export function exportRequest(payload: unknown): ExportRequest {
  const read = payloadSchema.safeParse(payload);
  if (!read.success) return { config: {}, pageId: null };
  const { extensionPayload, context } = read.data;
  return {
    config: extensionPayload?.config ?? context?.config ?? context?.extension?.config ?? {},
    pageId: context?.extension?.content?.id ?? context?.content?.id ?? context?.contentId ?? null,
  };
}
