import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { sortAtomicCss } from './atomic-css';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages around the app's frames. Served by the local site for every address that is no file. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), sortAtomicCss()],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    // The order of atomic styles holds over all of them, so they are one file.
    cssCodeSplit: false,
  },
});
