import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { Lines } from './lines';
import type { OutlineKind, OutlineNode } from './outline';

/** How a line of the outline is drawn: every client knows these kinds. */
export const SYMBOL_KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  headline: SymbolKind.String,
  section: SymbolKind.String,
  person: SymbolKind.Class,
  organization: SymbolKind.Interface,
  document: SymbolKind.File,
  unnamed: SymbolKind.Variable,
  quote: SymbolKind.Constant,
  reported: SymbolKind.Field,
  claim: SymbolKind.Boolean,
};

/** The outline as a tree. */
export const documentSymbols = (nodes: readonly OutlineNode[], lines: Lines): DocumentSymbol[] =>
  nodes.map(({ kind, name, detail, span, words, children }) => ({
    name,
    ...(detail !== '' && { detail }),
    kind: SYMBOL_KINDS[kind],
    range: lines.rangeOf(span),
    selectionRange: lines.rangeOf(words),
    ...(children.length > 0 && { children: documentSymbols(children, lines) }),
  }));

/** The outline as a list, for clients that know no trees. */
export const symbolInformation = (nodes: readonly OutlineNode[], uri: string, lines: Lines, within?: string): SymbolInformation[] =>
  nodes.flatMap(({ kind, name, words, children }) => [
    {
      name,
      kind: SYMBOL_KINDS[kind],
      location: { uri, range: lines.rangeOf(words) },
      ...(within !== undefined && { containerName: within }),
    },
    ...symbolInformation(children, uri, lines, name),
  ]);
