import { useColorMode, useSetColorMode, useSetTheme, useTheme } from '@atlaskit/app-provider';
import { useEffect, useMemo, useState } from 'react';
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

/** The theme of the shell, and how to change it. Frames follow it. */
export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  const [appearance, setAppearance] = useState(keptAppearance);
  const setMode = useSetColorMode();
  const setTheme = useSetTheme();
  useEffect(() => {
    localStorage.setItem(KEPT, appearance);
    setMode(modeOf(appearance));
    setTheme(appearance.endsWith('contrast') ? THEMES.contrast : THEMES.usual);
  }, [appearance, setMode, setTheme]);
  return [appearance, setAppearance];
}

/** The theme as frames take it. */
export function useFrameTheme(): FrameTheme {
  const colorMode = useColorMode() === 'dark' ? 'dark' : 'light';
  const contrastMode = useTheme()[colorMode] === THEMES.contrast[colorMode] ? 'more' : 'no-preference';
  return useMemo(() => ({ colorMode, contrastMode }), [colorMode, contrastMode]);
}
