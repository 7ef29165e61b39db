import type { BlockAttribution } from '../../../server/src/attribution/block-attribution';
import { findMentions, type Mention } from '../../../server/src/attribution/mentions';
import { findQuotes, type OpenQuote } from '../../../server/src/attribution/quotes';
import { type Entity, type PlacedBlock, resolveSpeakers, type Speakers } from '../../../server/src/attribution/speakers';
import { tagTokens } from '../../../server/src/language/tagger';
import { splitSentences } from '../../../server/src/text/sentences';
import { overlaps, type Span } from '../../../server/src/text/span';
import { tokenize } from '../../../server/src/text/tokens';

/** The mentions of one paragraph. */
export function mentionsOf(text: string): Mention[] {
  const tokens = tokenize(text);
  const sentences = splitSentences(tokens);
  return findMentions(tokens, tagTokens(tokens), sentences, findQuotes(tokens, 'paragraph', null).quotes);
}

/** A paragraph with its mentions in brackets: "[coach Ana Ruiz] said [she] …". `only` chooses which. */
export function bracketed(text: string, only: (mention: Mention) => boolean = () => true): string {
  const marks: { at: number; mark: string; order: number }[] = [];
  for (const { span, ...mention } of mentionsOf(text)) {
    if (!only({ span, ...mention })) continue;
    marks.push({ at: span[0], mark: '[', order: 1 }, { at: span[1], mark: ']', order: 0 });
  }
  marks.sort((a, b) => b.at - a.at || b.order - a.order);
  return marks.reduce((marked, { at, mark }) => marked.slice(0, at) + mark + marked.slice(at), text);
}

/** An article whose sources are marked: who is who in it, and who stands behind each source. */
export interface MarkedArticle extends Speakers {
  readonly text: string;
  /** For each source in order: the entity's name; "?" with the candidates where it is unsure; "nobody". */
  readonly sources: readonly string[];
  /** The entity of that name. Throws where there is none. */
  entity(name: string): Entity;
  /** The words of each mention of the entity of that name. */
  mentions(name: string): string[];
}

/**
 * Reads an article in which the source of each attribution stands in braces: "{Ana Ruiz} said …". Its content is the quotation of its sentence,
 * else the rest of the sentence. An empty pair of braces is an attribution without a source: the words that follow, to the end of the paragraph.
 */
export function readMarked(marked: string): MarkedArticle {
  const blocks: PlacedBlock[] = [];
  let text = '';
  let carried: OpenQuote = null;
  for (const paragraph of marked.split('\n\n')) {
    const { plain, sources } = unmark(paragraph);
    const tokens = tokenize(plain);
    const sentences = splitSentences(tokens);
    const { quotes, leavesOpen } = findQuotes(tokens, 'paragraph', carried);
    carried = leavesOpen;
    const tags = tagTokens(tokens);
    const attributions = sources.map((source): BlockAttribution => {
      const sentence = sentences.find(({ span }) => span[0] <= source[0] && source[0] < span[1])?.span ?? [0, plain.length];
      const named = source[1] > source[0];
      const quote = quotes.find(({ span }) => overlaps(span, [sentence[0], sentence[1] + 2]));
      const content: Span = quote ? quote.span : named ? [source[1], sentence[1]] : [source[0], plain.length];
      return {
        kind: quote ? 'direct' : 'indirect',
        source: named ? [source] : null,
        cue: [],
        content: [content],
        via: null,
        confidence: 1,
        why: [],
      };
    });
    const mentions = findMentions(tokens, tags, sentences, quotes);
    blocks.push({
      kind: 'paragraph',
      offset: text.length,
      tokens,
      tags,
      sentences,
      quotes,
      quoteWords: quotes.map(() => []),
      mentions,
      attributions,
    });
    text += `${plain}\n\n`;
  }
  const { entities, choices } = resolveSpeakers(blocks);
  const nameOf = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? id;
  const sources = choices.flat().map(({ speaker, candidates }) => {
    if (speaker !== null) return nameOf(speaker);
    return candidates.length > 0 ? `? ${candidates.map((candidate) => nameOf(candidate.speaker)).join(', ')}` : 'nobody';
  });
  const entity = (name: string): Entity => {
    const found = entities.find((entity) => entity.name === name);
    if (!found) throw new Error(`no “${name}” among ${entities.map((entity) => `“${entity.name}”`).join(', ')}`);
    return found;
  };
  return {
    text,
    entities,
    choices,
    sources,
    entity,
    mentions: (name) => entity(name).mentions.map(([start, end]) => text.slice(start, end)),
  };
}

function unmark(paragraph: string): { plain: string; sources: Span[] } {
  const sources: Span[] = [];
  let plain = '';
  let open = 0;
  for (const part of paragraph.split(/([{}])/)) {
    if (part === '{') open = plain.length;
    else if (part === '}') sources.push([open, plain.length]);
    else plain += part;
  }
  return { plain, sources };
}
