import type { Diagnostic, Position } from 'vscode-languageserver-types';
import type { Finding } from '../rules/rule';
import { SOURCE } from './diagnostics';
import type { Lines } from './lines';

/** Finds, among what a client shows, the diagnostics of a finding. Sorts them once, so that many findings beside many diagnostics cost no more than both. */
export function shownBy(diagnostics: readonly Diagnostic[], lines: Lines): (finding: Finding) => Diagnostic[] {
  const byPlace = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { code, source, range } = diagnostic;
    if (source !== undefined && source !== SOURCE) continue;
    const key = keyOf(String(code), range.start, range.end);
    const known = byPlace.get(key);
    if (known) known.push(diagnostic);
    else byPlace.set(key, [diagnostic]);
  }
  return ({ code, span }) => {
    if (byPlace.size === 0) return [];
    const { start, end } = lines.rangeOf(span);
    return byPlace.get(keyOf(code, start, end)) ?? [];
  };
}

const keyOf = (code: string, start: Position, end: Position): string =>
  `${code} ${start.line}:${start.character} ${end.line}:${end.character}`;
