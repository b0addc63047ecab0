import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
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

/**
 * Class names are constants, so the build puts each where it is used; without this every frame would load them as tables, and
 * be larger than its style sheets were before they were modules.
 */
const inlinedClassNames: Plugin = {
  name: 'inlined-class-names',
  transform: {
    order: 'post',
    handler(code, id) {
      // Only the rules are left of a style sheet then, and Vite would take it for unused.
      if (id.endsWith('.module.css')) return { code, moduleSideEffects: 'no-treeshake' };
      if (!/\.tsx?$/.test(id)) return null;
      return code.replace(/import (\w+) from (["'][^"']+\.module\.css["'])/g, 'import * as $1 from $2');
    },
  },
};

/** One build for all screens: relative addresses, because Forge serves the files below a path of its own. */
export default defineConfig({
  root: here('./entries'),
  base: './',
  plugins: [react(), usedParts, inlinedClassNames],
  css: {
    modules: {
      // Readable, and unique because no two style sheets have one name (`cli/check/styles.ts`): the print sheet and whoever
      // looks at a page in a browser know a part by it.
      generateScopedName: (local, file) => `${basename(file, '.module.css')}__${local}`,
    },
  },
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
      optimization: { inlineConst: true },
      // Every entry of the manifest's resource has a page of its name in `entries/`.
      input: resources.flatMap(({ entry }) => Object.values(entry).map((page) => here(`./entries/${page}`))),
      output: { codeSplitting: { groups: CHUNKS } },
    },
    chunkSizeWarningLimit: 1500,
  },
});
