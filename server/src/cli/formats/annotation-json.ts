import type { Article } from '../../article';
import type { Formatter, ReadFile } from './format';
import { JsonArray } from './format';

/** What was understood of an article, in the schema that other tools rely on (version 1). Spans are UTF-16 offsets, `[start, end)`. */
export function annotationOf(file: string, article: Article): unknown {
  return {
    file,
    schema: 1,
    blocks: article.blocks.map(({ kind, span }) => ({ kind, span })),
    sentences: article.sentences.map(({ span, checkworthiness }) => ({ span, checkworthiness: round(checkworthiness) })),
    quotes: article.quotes.map(({ span, kind, attribution }) => ({ span, kind, attribution })),
    attributions: article.attributions.map(({ id, kind, source, cue, content, speaker, via, confidence, disputes }) => ({
      id,
      kind,
      source,
      cue,
      content,
      speaker,
      via,
      confidence: round(confidence),
      disputes,
    })),
    entities: article.entities.map(({ id, name, kind, role, mentions }) => ({ id, name, kind, role, mentions })),
    claims: article.claims.map(({ span, checkworthiness, support, attributions, disputedBy, why }) => ({
      span,
      checkworthiness: round(checkworthiness),
      support,
      attributions,
      disputedBy,
      why: why.map(({ code, words }) => (words === undefined ? { code } : { code, words })),
    })),
  };
}

const round = (score: number): number => Math.round(score * 1000) / 1000;

/** `annotate --format jsonl`: an object a line, a line a file. */
export const annotationJsonl = (): Formatter<ReadFile> => ({
  begin: () => '',
  file: ({ file, article }) => `${JSON.stringify(annotationOf(file, article))}\n`,
  end: () => '',
});

/** `annotate --format json`: the same objects in one array. */
export function annotationJson(): Formatter<ReadFile> {
  const array = new JsonArray();
  return {
    begin: () => '',
    file: ({ file, article }) => array.add(annotationOf(file, article)),
    end: () => `${array.close()}\n`,
  };
}
