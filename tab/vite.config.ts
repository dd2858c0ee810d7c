import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { firstChunks } from './chunks.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const first = firstChunks(root);

/** `npx vite build tab`: the channel tab as static files, served by the server under /tab/ but bound to no address. */
export default defineConfig({
  root,
  base: './',
  plugins: [react(), first],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: first.groups } } },
  },
});
