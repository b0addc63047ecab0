import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One build for all screens: relative addresses, because Forge serves the files below a path of its own. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [react()],
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
      },
    },
    chunkSizeWarningLimit: 1500,
  },
});
