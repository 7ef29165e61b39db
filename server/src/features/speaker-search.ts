import type { Range, SymbolInformation } from 'vscode-languageserver-types';
import type { Article } from '../article';
import { tidy } from './card';
import { SYMBOL_KINDS } from './document-symbols';
import { folded, rankOf } from './fuzzy';
import type { Lines } from './lines';
import { mentionsOf } from './mention-places';
import { type OutlineKind, SPEAKER_KINDS } from './outline';

/** Somebody with a name or an office in an article, as far as a search needs to know. Holds nothing of the article itself. */
export interface FoundSpeaker {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly mentions: number;
  /** Of the fullest naming. */
  readonly range: Range;
}

/** The speakers of one article of a folder. */
export interface ArticleSpeakers {
  readonly uri: string;
  /** Its headline; else empty. */
  readonly title: string;
  readonly speakers: readonly FoundSpeaker[];
}

/** Those who speak in an article and those whom it names; not those whom it keeps back: “a source” is in every article. */
export function speakersIn(article: Article, uri: string, lines: Lines): ArticleSpeakers {
  const headline = article.blocks.find(({ kind }) => kind === 'headline');
  const speakers = article.entities.flatMap((entity): FoundSpeaker[] => {
    const naming = mentionsOf(article).naming(entity);
    const name = tidy(entity.name);
    if (!naming || name === '' || (entity.anonymity !== 'named' && entity.anonymity !== 'role')) return [];
    return [{ name, kind: SPEAKER_KINDS[entity.kind], mentions: entity.mentions.length, range: lines.rangeOf(naming.span) }];
  });
  return { uri, title: headline ? tidy(article.text.slice(...headline.span)) : '', speakers };
}

/** The most symbols that a search gives. */
const MOST = 500;

/** The speakers of some articles who fit a query, the best first; of those that fit alike, who comes up most. */
export function searchSpeakers(articles: Iterable<ArticleSpeakers>, query: string): SymbolInformation[] {
  const wanted = folded(query.trim());
  const found: { symbol: SymbolInformation; rank: number; mentions: number }[] = [];
  for (const { uri, title, speakers } of articles) {
    for (const { name, kind, mentions, range } of speakers) {
      const rank = rankOf(wanted, folded(name));
      if (rank === null) continue;
      const containerName = title || decodedName(uri);
      found.push({ symbol: { name, kind: SYMBOL_KINDS[kind], location: { uri, range }, containerName }, rank, mentions });
    }
  }
  found.sort((a, b) => a.rank - b.rank || b.mentions - a.mentions || (a.symbol.name < b.symbol.name ? -1 : 1));
  return found.slice(0, MOST).map(({ symbol }) => symbol);
}

/** The name of a file, as a person reads it. */
function decodedName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
