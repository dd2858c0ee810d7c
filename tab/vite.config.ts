import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** `npx vite build tab`: the channel tab as static files, served by the server under /tab/ but bound to no address. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: { outDir: '../dist/tab', emptyOutDir: true, modulePreload: { polyfill: false }, target: 'es2022' },
});
