import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { parse } from 'yaml';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Manifest {
  app: { id: string };
  resources: { path: string; entry: Record<string, string> }[];
}

const { app, resources } = parse(readFileSync(here('../manifest.yml'), 'utf8')) as Manifest;

/** One build for all screens: relative addresses, because Forge serves the files below a path of its own. */
export default defineConfig({
  root: here('./entries'),
  base: './',
  plugins: [react()],
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
    },
    chunkSizeWarningLimit: 1500,
  },
});
