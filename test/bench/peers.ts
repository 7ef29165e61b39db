import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** Another tool that reads English: `read` does with a text what that tool is for. */
export interface Peer {
  readonly name: string;
  read(text: string): unknown;
}

/** wink-nlp: words and parts of speech only. */
export function wink(): Peer {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  return { name: 'wink-nlp, words and tags', read: (text) => nlp.readDoc(text).tokens().length() };
}

/** The tools in a folder's node_modules, each as its own documentation has it; none where the folder is not given. */
export async function peersIn(folder: string): Promise<Peer[]> {
  if (folder === '') return [];
  const require = createRequire(pathToFileURL(path.join(folder, 'package.json')));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  return [compromise(require('compromise')), writeGood(require('write-good')), await textlint(load, require), await harper(folder)];
}

const compromise = (nlp: (text: string) => { json(): unknown[] }): Peer => ({
  name: 'compromise',
  read: (text) => nlp(text).json().length,
});

const writeGood = (check: (text: string) => unknown[]): Peer => ({ name: 'write-good', read: (text) => check(text).length });

async function textlint(load: (name: string) => Promise<Record<string, unknown>>, require: NodeJS.Require): Promise<Peer> {
  const loaded = (name: string) => require(name).default ?? require(name);
  const { createLinter } = (await load('textlint')) as {
    createLinter(options: unknown): { lintText(text: string, file: string): Promise<{ messages: unknown[] }> };
  };
  const { TextlintKernelDescriptor } = require('@textlint/kernel');
  const descriptor = new TextlintKernelDescriptor({
    rules: ['write-good', 'common-misspellings'].map((ruleId) => ({ ruleId, rule: loaded(`textlint-rule-${ruleId}`) })),
    plugins: [{ pluginId: 'text', plugin: loaded('@textlint/textlint-plugin-text') }],
    filterRules: [],
  });
  const linter = createLinter({ descriptor });
  return { name: 'textlint, two rules', read: (text) => linter.lintText(text, 'article.txt') };
}

async function harper(folder: string): Promise<Peer> {
  // Its exports are for `import` alone, which a require from elsewhere can't resolve.
  const load = (file: string) => import(pathToFileURL(path.join(folder, 'node_modules/harper.js/dist', file)).href);
  const { LocalLinter } = await load('index.js');
  const { binary } = await load('binary.js');
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return { name: 'harper.js', read: (text) => linter.lint(text) };
}
