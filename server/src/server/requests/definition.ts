import type { LocationLink, Position } from 'vscode-languageserver';
import { plainLocation } from '../../features/definition';
import { isPosition } from '../document';
import type { OpenArticle } from '../open-article';
import type { Counter, Requests } from './counter';

/** One kind of thing that words at a position may go back to. All kinds answer; what they find is shown together. */
type Finder = (counter: Counter, open: OpenArticle, position: Position) => Promise<LocationLink[]> | LocationLink[];

/** In the article itself: the naming of a speaker, the origin of a relay. */
const inArticle: Finder = async ({ service, showOptions }, open, position) =>
  service().navigation.definitions(open.read(), open.document.uri, position, await showOptions(open));

/** In the documents beside the article: the words of a quote. */
const inSources: Finder = ({ service }, open, position) => service().quoteSource(open.read(), position);

const FINDERS: readonly Finder[] = [inSources, inArticle];

/** Go to definition. */
export const definitionRequests: Requests = {
  capabilities: () => ({ definitionProvider: true }),
  listen(counter) {
    counter.connection.onDefinition(
      counter.answering('definition', null, async (open, { position }) => {
        if (!isPosition(position)) return null;
        const links: LocationLink[] = [];
        for (const find of FINDERS) links.push(...(await find(counter, open, position)));
        return counter.traits().abilities.definitionLinks ? links : links.map(plainLocation);
      }),
    );
  },
};
