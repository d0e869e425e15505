import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';
import { inProject } from '../../src/cli/project.ts';

/** Bundles a few lines of script with the packages that they import, for a page or for Node. */
export async function bundlePage(source: string, generate: 'client' | 'server' = 'client'): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: inProject('tests', 'fixtures', 'frameworks'), loader: 'js' },
    bundle: true,
    write: false,
    format: generate === 'client' ? 'iife' : 'esm',
    platform: generate === 'client' ? 'browser' : 'node',
    // Development builds: they are the ones that complain when a page is not as they left it.
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    conditions: ['development', ...(generate === 'client' ? ['browser'] : [])],
    plugins: [svelte(generate)],
    ...(generate === 'server' && {
      // Packages that ask for Node's own modules the old way.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    }),
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

function svelte(generate: 'client' | 'server'): Plugin {
  return {
    name: 'svelte',
    setup({ onLoad }) {
      onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return { contents: compile(source, { filename: path, generate, dev: true }).js.code };
      });
    },
  };
}
