import { useSetColorMode, useSetTheme } from '@atlaskit/app-provider';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { FrameTheme } from '../../host/bridge/parent';

export type Appearance = 'light' | 'dark' | 'light-contrast' | 'dark-contrast';

const KEPT = 'shell-appearance';

const THEMES = {
  usual: { light: 'light', dark: 'dark' },
  contrast: { light: 'light-increased-contrast', dark: 'dark-increased-contrast' },
} as const;

const isAppearance = (value: string | null): value is Appearance =>
  value !== null && ['light', 'dark', 'light-contrast', 'dark-contrast'].includes(value);

/** What was chosen last in this browser. */
export function keptAppearance(): Appearance {
  const kept = localStorage.getItem(KEPT);
  return isAppearance(kept) ? kept : 'light';
}

export const modeOf = (appearance: Appearance): 'light' | 'dark' => (appearance.startsWith('dark') ? 'dark' : 'light');

const listeners = new Set<() => void>();

/** Another tab of this browser may choose too. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, keptAppearance);

export function chooseAppearance(appearance: Appearance): void {
  localStorage.setItem(KEPT, appearance);
  for (const listener of listeners) listener();
}

/** Draws the shell in what was chosen. On a narrow page the menu that chooses is not there, so this stands above it. Frames follow. */
export function useAppearanceApplied(): void {
  const appearance = useAppearance();
  const setMode = useSetColorMode();
  const setTheme = useSetTheme();
  useEffect(() => {
    setMode(modeOf(appearance));
    setTheme(appearance.endsWith('contrast') ? THEMES.contrast : THEMES.usual);
  }, [appearance, setMode, setTheme]);
}

/** The theme as frames take it. In a dialog too: what Atlaskit tells there stays as it was when the dialog opened. */
export function useFrameTheme(): FrameTheme {
  const appearance = useAppearance();
  return useMemo(
    () => ({
      colorMode: modeOf(appearance),
      contrastMode: appearance.endsWith('contrast') ? 'more' : 'no-preference',
    }),
    [appearance],
  );
}
