import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { parse } from 'yaml';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `ari:cloud:ecosystem::app/<id>`; macros need it to lead to the app's page in Jira. */
const { app } = parse(readFileSync(here('../../manifest.yml'), 'utf8')) as { app: { id: string } };

/** One build for all screens: relative addresses, because Forge serves the files below a path of its own. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react()],
  define: { APP_ID: JSON.stringify(app.id.split('/').at(-1)) },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The frame's policy allows no data: scripts; small assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        overview: here('./overview.html'),
        admin: here('./admin.html'),
        macro: here('./macro.html'),
        'macro-config': here('./macro-config.html'),
        'issue-context': here('./issue-context.html'),
        gadget: here('./gadget.html'),
        leadership: here('./leadership.html'),
      },
    },
    chunkSizeWarningLimit: 1500,
  },
});
