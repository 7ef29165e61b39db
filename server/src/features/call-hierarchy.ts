import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver-types';
import { SYMBOL_KINDS } from './document-symbols';
import type { Lines } from './lines';
import type { RelayLink, RelayVoice } from './relays';

/** What an item carries so that it is found again after an edit. */
export interface RelayData {
  readonly id: string;
  readonly name: string;
}

/** Whether `value` is what an item carries: it came over the wire and may be anything. */
export function isRelayData(value: unknown): value is RelayData {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name } = value as { id?: unknown; name?: unknown };
  return typeof id === 'string' && typeof name === 'string';
}

/** A voice as the protocol has it: relays are its calls, from who passes on to who is passed on. */
export function callHierarchyItem({ id, name, detail, kind, span, words }: RelayVoice, uri: string, lines: Lines): CallHierarchyItem {
  const data: RelayData = { id, name };
  return {
    name,
    kind: kind === 'article' ? SymbolKind.File : SYMBOL_KINDS[kind],
    ...(detail !== '' && { detail }),
    uri,
    range: lines.rangeOf(span),
    selectionRange: lines.rangeOf(words),
    data,
  };
}

/** Those who pass a voice on. */
export const incomingCalls = (links: readonly RelayLink[], uri: string, lines: Lines): CallHierarchyIncomingCall[] =>
  links.map(({ voice, places }) => ({
    from: callHierarchyItem(voice, uri, lines),
    fromRanges: places.map((place) => lines.rangeOf(place)),
  }));

/** Those whom a voice passes on. */
export const outgoingCalls = (links: readonly RelayLink[], uri: string, lines: Lines): CallHierarchyOutgoingCall[] =>
  links.map(({ voice, places }) => ({ to: callHierarchyItem(voice, uri, lines), fromRanges: places.map((place) => lines.rangeOf(place)) }));
