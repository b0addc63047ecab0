import { view } from '@forge/bridge';
import { lazy, type ReactNode, Suspense } from 'react';
import { goTo, openPlace } from '../place';
import type { Section } from '../routes';
import { WayToRowsProvider } from '../ui/rows-link';
import { draw } from './draw';
import type { FrameContext } from './frame-context';
import { TimeZoneProvider } from './time-zone';

const LicenceNotice = lazy(() => import('../ui/licence-notice'));

/** Starts a full page: the theme first, so that nothing is drawn in the wrong colours, then context and address. */
export async function startPage(
  sections: readonly Section[],
  page: (context: FrameContext) => ReactNode,
): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable(), openPlace(sections)]);
  draw(
    <TimeZoneProvider value={context.timezone}>
      {/* Where the platform says nothing of a licence none is needed. */}
      {context.license?.active === false && (
        <Suspense fallback={null}>
          <LicenceNotice />
        </Suspense>
      )}
      <WayToRowsProvider value={goTo}>{page(context)}</WayToRowsProvider>
    </TimeZoneProvider>,
  );
}
