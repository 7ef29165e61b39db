import type { Verified, VerifiedFile } from '../verified';
import { type Formatter, JsonArray, type ReadFile } from './format';

/** `verify --format json`: an array with one object an article. Spans are UTF-16 offsets, lines and columns count from 1. */
export function verifyJson(): Formatter<VerifiedFile> {
  const array = new JsonArray();
  return {
    begin: () => '',
    file: (read) =>
      array.add({
        file: read.file,
        schema: 1,
        documents: read.article.evidence.documents,
        items: read.items.map((item) => record(read, item)),
      }),
    end: () => `${array.close()}\n`,
  };
}

function record({ lines }: ReadFile, { kind, span, text, speaker, outcome, places, changes, allowed, verdicts }: Verified): unknown {
  const { line, character } = lines.positionAt(span[0]);
  return {
    kind,
    span,
    line: line + 1,
    column: character + 1,
    text,
    ...(kind === 'quote' && { speaker }),
    outcome,
    places: places.map(({ place, bearing }) => ({
      file: place.name,
      ...(place.page === null ? { line: place.start.line + 1, column: place.start.columns['utf-16'] + 1 } : { page: place.page }),
      span: place.span,
      words: place.words,
      speaker: place.speaker,
      ...(place.seconds !== null && { seconds: place.seconds }),
      ...(bearing !== null && { bearing }),
    })),
    changes,
    ...(kind === 'quote' && { allowed }),
    verdicts: verdicts.map(({ verdict, by }) => ({ verdict, by })),
  };
}
