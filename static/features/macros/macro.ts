import type { FrameContext } from '../../shared/bridge/frame-context';

/** Values of a macro's configuration. They stand in the page, so anybody who may edit it wrote them: hostile until checked. */
export type MacroConfig = Readonly<Record<string, unknown>>;

export interface MacroProps {
  config: MacroConfig;
  /** Null for readers without a login. For display only. */
  accountId: string | null;
  timeZone: string;
  /** The page that holds the macro. */
  pageId: string | null;
  /** What is written inside a bodied macro, in Atlassian document format. */
  body: unknown;
}

interface MacroExtension {
  config?: MacroConfig;
  content?: { id?: unknown };
  macro?: { body?: unknown };
}

/** Confluence calls somebody without a login nobody, or `unidentified`. */
const NOBODY = 'unidentified';

export function macroPropsOf(context: FrameContext): MacroProps {
  const { config, content, macro } = context.extension as MacroExtension;
  return {
    config: config ?? {},
    accountId: context.accountId && context.accountId !== NOBODY ? context.accountId : null,
    timeZone: context.timezone,
    pageId: content?.id === undefined ? null : String(content.id),
    body: macro?.body ?? null,
  };
}
