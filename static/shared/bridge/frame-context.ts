import type { view } from '@forge/bridge';

/** The context of the frame as the product gives it: for display only, never for a decision on rights. */
export type FrameContext = Awaited<ReturnType<typeof view.getContext>>;
