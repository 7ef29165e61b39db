import { type CompletionItem, CompletionItemKind, type CompletionList, InsertReplaceEdit, TextEdit } from 'vscode-languageserver-types';
import type { Article } from '../../article';
import type { Abilities } from '../abilities';
import { renderCard, tidy } from '../card';
import { speakerCard } from '../hover';
import type { Lines } from '../lines';
import { nameSuggestions } from './names';
import { sourceFileSuggestions } from './source-files';
import type { Suggestion } from './suggestion';
import { verbSuggestions } from './verbs';
import { type Writing, writingAt } from './writing';

/** The characters at which a client asks by itself: the space behind a quote, and the bracket of a link. Letters it asks at anyway. */
export const TRIGGERS: readonly string[] = [' ', '('];

/** What is known beside the article. */
export interface CompletionOptions {
  /** The transcripts and documents beside the article: paths from its folder. */
  readonly sourceFiles: readonly string[];
}

/**
 * What can be put at `offset` (UTF-16 units): names of speakers after the first letters of one, verbs of saying after a quote, sources in a link. Null
 * where nothing can, as in nearly all places. Taking one changes nothing but the word that is being written.
 */
export function completion(
  article: Article,
  uri: string,
  offset: number,
  lines: Lines,
  able: Abilities,
  options: CompletionOptions,
): CompletionList | null {
  const writing = writingAt(article, offset);
  if (!writing) return null;
  const suggestions = suggest(article, writing, options);
  if (suggestions.length === 0) return null;
  const items = suggestions.map((suggestion, i) => item(article, uri, suggestion, i, writing, lines, able));
  // Names are asked for anew at each letter, so that the list closes by itself when one is written out.
  return { isIncomplete: writing.kind === 'name', items };
}

function suggest(article: Article, writing: Writing, { sourceFiles }: CompletionOptions): Suggestion[] {
  if (writing.kind === 'citation') return sourceFileSuggestions(sourceFiles, writing);
  return writing.kind === 'name' ? nameSuggestions(article, writing) : verbSuggestions(article, writing);
}

/** What a listed item carries until its card is wanted. */
export interface CompletionData {
  readonly uri: string;
  /** The speaker's name. */
  readonly name: string;
}

/** Whether `value` is what a listed item carries: it has been through the client, and may be anything. */
export function isCompletionData(value: unknown): value is CompletionData {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, name } = value as Partial<Record<keyof CompletionData, unknown>>;
  return typeof uri === 'string' && typeof name === 'string';
}

function item(
  article: Article,
  uri: string,
  { text, filter, span, detail, entity, kind }: Suggestion,
  index: number,
  { end }: Writing,
  lines: Lines,
  able: Abilities,
): CompletionItem {
  const made: CompletionItem = {
    label: text,
    kind: kind === 'file' ? CompletionItemKind.File : CompletionItemKind.Text,
    sortText: String(index).padStart(2, '0'),
    filterText: filter,
    textEdit: able.insertsOrReplaces
      ? InsertReplaceEdit.create(text, lines.rangeOf(span), lines.rangeOf([span[0], Math.max(span[1], end)]))
      : TextEdit.replace(lines.rangeOf(span), text),
  };
  if (detail !== '') made.detail = tidy(detail);
  if (!entity) return made;
  if (able.lazyDocumentation) return { ...made, data: { uri, name: entity.name } satisfies CompletionData };
  return { ...made, documentation: renderCard(speakerCard(article, entity), able.completionMarkup) };
}

/** Gives a listed item the card of its speaker, by this very article; as it is where the article has nobody of that name any more. */
export function resolveCompletion(article: Article, listed: CompletionItem, { name }: CompletionData, able: Abilities): CompletionItem {
  const entity = article.entities.find((other) => other.name === name);
  return entity ? { ...listed, documentation: renderCard(speakerCard(article, entity), able.completionMarkup) } : listed;
}
