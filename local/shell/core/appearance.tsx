import { useColorMode, useSetColorMode, useSetTheme } from '@atlaskit/app-provider';
import { useEffect, useState } from 'react';

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

/** The theme of the shell, and how to change it. Frames follow the colour mode. */
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

/** The colour mode as frames take it. */
export function useFrameMode(): 'light' | 'dark' {
  return useColorMode() === 'dark' ? 'dark' : 'light';
}
