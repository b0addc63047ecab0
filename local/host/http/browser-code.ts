import { join } from 'node:path';
import { buildSync } from 'esbuild';

export interface BrowserCode {
  /** First script of every app frame. */
  frame: string;
  /** ES module with `mountFrame`, for the page around. */
  parent: string;
  /** Atlassian's design tokens, which products put into a themed frame. */
  theme: string;
}

const BRIDGE = join(__dirname, '..', 'bridge');
const THEMES = [
  'atlassian-light',
  'atlassian-dark',
  'atlassian-light-increased-contrast',
  'atlassian-dark-increased-contrast',
  'atlassian-spacing',
  'atlassian-typography',
  'atlassian-shape',
];

/** Compiles the bridge for the browser. Takes some tens of milliseconds. */
export function compileBrowserCode(): BrowserCode {
  const build = (file: string, format: 'iife' | 'esm') =>
    buildSync({
      entryPoints: [join(BRIDGE, file)],
      bundle: true,
      format,
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    }).outputFiles[0]?.text ?? '';
  return {
    frame: build('frame.ts', 'iife'),
    parent: build('parent.ts', 'esm'),
    theme: THEMES.map(themeCss).join('\n'),
  };
}

function themeCss(name: string): string {
  const theme = require(`@atlaskit/tokens/dist/cjs/artifacts/themes/${name}`) as { default: string };
  return theme.default;
}
