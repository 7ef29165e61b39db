import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IGrammar, StateStack } from 'vscode-textmate';

// Both packages are CommonJS whose exports a static import of their bundles does not see.
const require = createRequire(import.meta.url);
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');

const grammarFile = new URL('../../../syntaxes/article.tmLanguage.json', import.meta.url);

/** A stretch of one line and the scopes that the grammar gives it, the outermost first, without the scope of the file. */
export interface Painted {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Loads the grammar as VS Code does. */
export async function loadGrammar(): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), 'article.tmLanguage.json'),
  });
  const grammar = await registry.loadGrammar('text.article');
  if (!grammar) throw new Error('The grammar of articles does not load.');
  return grammar;
}

/** Paints a text, line by line, as the editor does. */
export function paint(grammar: IGrammar, text: string): Painted[] {
  let stack: StateStack = textmate.INITIAL;
  return text.split('\n').flatMap((content, line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(content, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ line, text: content.slice(startIndex, endIndex), scopes: scopes.slice(1) }));
  });
}

/** The stretches of a text that have a scope starting with `scope`, each joined from its tokens; a line break between lines of one stretch. */
export function stretches(painted: readonly Painted[], scope: string): string[] {
  const found: string[] = [];
  let last: Painted | undefined;
  let open = false;
  for (const token of painted) {
    const depth = token.scopes.filter((s) => s === scope || s.startsWith(`${scope}.`)).length;
    const opens = token.scopes.includes('punctuation.definition.string.begin.article') && depth === 1 && scope.startsWith('string');
    if (depth > 0) {
      if (open && !opens) found.push(`${found.pop() ?? ''}${last && last.line !== token.line ? '\n' : ''}${token.text}`);
      else found.push(token.text);
    }
    open = depth > 0;
    last = token;
  }
  return found;
}
