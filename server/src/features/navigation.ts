import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Article } from '../article';
import type { Abilities } from './abilities';
import { callHierarchyItem, incomingCalls, outgoingCalls, type RelayData } from './call-hierarchy';
import { definitions, locationLinks } from './definition';
import { documentHighlights, highlights } from './document-highlights';
import { documentSymbols, symbolInformation } from './document-symbols';
import type { DocumentVersion } from './fix-edit';
import { foldingRanges, folds } from './folding-ranges';
import type { Lines } from './lines';
import { outline } from './outline';
import { quoteStep, type StepDirection } from './quote-steps';
import { references } from './references';
import { carriedFor, passedOnBy, voiceAgain, voiceAt } from './relays';
import { type Refusal, renameable, renaming } from './rename';
import { renameEdit, renameNote } from './rename-edit';
import { selectionRange, selectionSpans } from './selection-ranges';

/** How much is to be shown; see the service. */
interface ShowOptions {
  readonly minimumConfidence?: number;
}

/** The ways through an article, as a client asks for them. Pure functions of their arguments; none throws, whatever the place. */
export interface Navigation {
  /** Where what stands at a position comes from: the fullest naming of a speaker; for the cue of a relay, its origin. */
  definitions(article: Article, uri: string, position: Position, options?: ShowOptions): LocationLink[];
  /** All mentions and quotes of the speaker at a position; without the fullest naming unless `declaration`. */
  references(article: Article, uri: string, position: Position, options: ShowOptions & { readonly declaration: boolean }): Location[];
  /** What belongs together with the words at a position. */
  highlights(article: Article, position: Position): DocumentHighlight[];
  /** Whether the name at a position can be changed throughout. */
  renameable(article: Article, position: Position): { readonly range: Range; readonly placeholder: string } | Refusal;
  /** The edit that changes it, and what a person has to know of the places that stay; null where nothing stays. */
  rename(
    article: Article,
    document: DocumentVersion,
    position: Position,
    name: string,
  ): { readonly edit: WorkspaceEdit; readonly note: string | null } | Refusal;
  /** Headline, sections, voices and what they say, claims. */
  symbols(article: Article, uri: string, options?: ShowOptions): DocumentSymbol[] | SymbolInformation[];
  foldingRanges(article: Article): FoldingRange[];
  /** For each position, what a selection there grows by. */
  selectionRanges(article: Article, positions: readonly Position[]): SelectionRange[];
  /** Whose words stand at a position, for asking who passed them on; null where nobody’s. */
  relay(article: Article, uri: string, position: Position, options?: ShowOptions): CallHierarchyItem | null;
  /** Who passed a voice on; null where it is no longer in the article. */
  passedOnBy(article: Article, uri: string, data: RelayData, options?: ShowOptions): CallHierarchyIncomingCall[] | null;
  /** Whom a voice carries; null where it is no longer in the article. */
  carriedFor(article: Article, uri: string, data: RelayData, options?: ShowOptions): CallHierarchyOutgoingCall[] | null;
  /** The next quote from a position, or the one before; null where there are no quotes. */
  quoteStep(article: Article, position: Position, direction: StepDirection): Range | null;
}

/** For a client of these abilities. */
export function navigation(linesOf: (article: Article) => Lines, abilities: Abilities): Navigation {
  const offsetIn = (article: Article, position: Position): number => linesOf(article).offsetAt(position);
  return {
    definitions: (article, uri, position, { minimumConfidence = 0 } = {}) =>
      locationLinks(definitions(article, offsetIn(article, position), minimumConfidence), uri, linesOf(article)),
    references: (article, uri, position, { declaration, minimumConfidence = 0 }) =>
      references(article, offsetIn(article, position), { declaration, minimumConfidence }).map((span) => ({
        uri,
        range: linesOf(article).rangeOf(span),
      })),
    highlights: (article, position) => documentHighlights(highlights(article, offsetIn(article, position)), linesOf(article)),
    renameable(article, position) {
      const found = renameable(article, offsetIn(article, position));
      return 'refused' in found ? found : { range: linesOf(article).rangeOf(found.span), placeholder: found.full };
    },
    rename(article, document, position, name) {
      const found = renaming(article, offsetIn(article, position), name);
      if ('refused' in found) return found;
      const lines = linesOf(article);
      return { edit: renameEdit(found, document, lines, abilities), note: renameNote(found, lines, abilities) };
    },
    symbols(article, uri, { minimumConfidence = 0 } = {}) {
      const nodes = outline(article, minimumConfidence);
      return abilities.symbolTrees ? documentSymbols(nodes, linesOf(article)) : symbolInformation(nodes, uri, linesOf(article));
    },
    foldingRanges: (article) => foldingRanges(folds(article), linesOf(article), abilities.folding),
    selectionRanges: (article, positions) =>
      positions.map((position) => selectionRange(selectionSpans(article, offsetIn(article, position)), linesOf(article))),
    relay(article, uri, position, { minimumConfidence = 0 } = {}) {
      const voice = voiceAt(article, offsetIn(article, position), minimumConfidence);
      return voice && callHierarchyItem(voice, uri, linesOf(article));
    },
    passedOnBy(article, uri, { id, name }, { minimumConfidence = 0 } = {}) {
      const voice = voiceAgain(article, id, name);
      return voice && incomingCalls(passedOnBy(article, voice, minimumConfidence), uri, linesOf(article));
    },
    carriedFor(article, uri, { id, name }, { minimumConfidence = 0 } = {}) {
      const voice = voiceAgain(article, id, name);
      return voice && outgoingCalls(carriedFor(article, voice, minimumConfidence), uri, linesOf(article));
    },
    quoteStep(article, position, direction) {
      const span = quoteStep(article, offsetIn(article, position), direction);
      return span && linesOf(article).rangeOf(span);
    },
  };
}
