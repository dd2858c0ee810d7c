import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const migrations = 'bot/adapters/store/migrations';

/** The server as plain JavaScript in dist/, file by file as it stands in the tree; libraries stay in node_modules. `npm run build`. */
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    ssr: 'bot/index.ts',
    outDir: 'dist/server',
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' } },
  },
  plugins: [
    {
      name: 'migrations stand beside the code that reads them',
      closeBundle: () => {
        cpSync(join(root, migrations), join(root, 'dist/server', migrations), { recursive: true });
      },
    },
  ],
});
