import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';
import { CHUNKS } from './chunks';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Manifest {
  app: { id: string };
  resources: { path: string; entry: Record<string, string> }[];
}

const { app, resources } = parse(readFileSync(here('../manifest.yml'), 'utf8')) as Manifest;

/**
 * The indexes of these packages load all of them, as CommonJS, which no bundler takes apart: every frame would carry object
 * storage, translations and feature flags. These are the parts that are used; one that is missing here fails the build.
 */
const USED_PARTS: Readonly<Record<string, string>> = {
  '@forge/bridge/out/index.js': `
    export { events } from './events/events.js';
    export { requestConfluence, requestJira } from './fetch/index.js';
    export { invoke } from './invoke/invoke.js';
    export { router } from './router/router.js';
    export { view } from './view/view.js';`,
  '@forge/i18n/out/index.js': "export { ensureLocale } from './ensureLocale.js';",
};

const usedParts: Plugin = {
  name: 'used-parts',
  load: (id) => Object.entries(USED_PARTS).find(([index]) => id.endsWith(`/node_modules/${index}`))?.[1] ?? null,
};

/** One build for all screens: relative addresses, because Forge serves the files below a path of its own. */
export default defineConfig({
  root: here('./entries'),
  base: './',
  plugins: [react(), usedParts],
  // `ari:cloud:ecosystem::app/<id>`; macros need it to lead to the app's page in Jira.
  define: { APP_ID: JSON.stringify(app.id.split('/').at(-1)) },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The frame's policy allows no data: scripts; small assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      // Every entry of the manifest's resource has a page of its name in `entries/`.
      input: resources.flatMap(({ entry }) => Object.values(entry).map((page) => here(`./entries/${page}`))),
      output: { codeSplitting: { groups: CHUNKS } },
    },
    chunkSizeWarningLimit: 1500,
  },
});
