import type { LocationLink, Position } from 'vscode-languageserver';
import { plainLocation } from '../../features/definition';
import { isPosition } from '../document';
import type { OpenArticle } from '../open-article';
import type { Counter, Requests } from './counter';

/** In the documents beside the article: the words of a quote. */
const inSources = ({ service }: Counter, open: OpenArticle, position: Position): LocationLink[] =>
  service().quoteSource(open.read(), position);

/** In the article itself: the naming of a speaker, the origin of a relay. */
const inArticle = async ({ service, showOptions }: Counter, open: OpenArticle, position: Position): Promise<LocationLink[]> =>
  service().navigation.definitions(open.read(), open.document.uri, position, await showOptions(open));

/** Whether what leads somewhere is only a part of a quote: somebody who is mentioned in it. */
function isInside({ originSelectionRange: words }: LocationLink, { originSelectionRange: quote }: LocationLink): boolean {
  if (!words || !quote) return true;
  return isBefore(quote.start, words.start) || isBefore(words.end, quote.end);
}

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);

/** Go to definition. */
export const definitionRequests: Requests = {
  capabilities: () => ({ definitionProvider: true }),
  listen(counter) {
    counter.connection.onDefinition(
      counter.answering('definition', null, async (open, { position }) => {
        if (!isPosition(position)) return null;
        const sources = inSources(counter, open, position);
        const named = await inArticle(counter, open, position);
        const [source] = sources;
        // Who said a quote is what its card says; where it stands is what somebody wants who goes from it.
        const links = source ? [...sources, ...named.filter((link) => isInside(link, source))] : named;
        return counter.traits().abilities.definitionLinks ? links : links.map(plainLocation);
      }),
    );
  },
};
