import type { Article, Attribution } from '../../article';
import { voicesOf, wordsOf } from '../../features/voices';
import { codePointCounter } from '../../text/code-points';
import type { Span } from '../../text/span';
import { uriOf } from './addresses';
import type { Formatter, ReadFile } from './format';

/** How much text before and after a quotation goes along, to find it again after an edit; in UTF-16 units. */
const CONTEXT = 32;

/**
 * `annotate --format webannotation`: one W3C Web Annotation collection of everything that was read. Each attribution and each claim is an annotation
 * of its words, found again by a TextQuoteSelector or by a TextPositionSelector, which counts code points as the recommendation says.
 */
export function webAnnotation(version: string): Formatter<ReadFile> {
  let total = 0;
  return {
    begin: () =>
      `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","label":"On Record","generator":${JSON.stringify({ type: 'Software', name: `On Record ${version}` })},"first":{"type":"AnnotationPage","startIndex":0,"items":[`,
    file({ file, article }) {
      const target = targetOf(uriOf(file), article.text);
      const voices = voicesOf(article);
      const items = [
        ...article.attributions.map((attribution) => ({
          type: 'Annotation',
          motivation: 'identifying',
          body: [
            textual('describing', sentenceOf(article, attribution)),
            ...[voices.entity(attribution.speaker)?.name ?? []].flat().map((name) => textual('identifying', name)),
            textual('tagging', `attribution:${attribution.kind}`),
          ],
          target: target(attribution.content),
        })),
        ...article.claims.map(({ span, support }) => ({
          type: 'Annotation',
          motivation: 'assessing',
          body: [textual('tagging', `claim:${support}`)],
          target: target([span]),
        })),
      ];
      return items.map((item) => (total++ === 0 ? '\n' : ',\n') + JSON.stringify(item)).join('');
    },
    end: () => `\n]},"total":${total}}\n`,
  };
}

const textual = (purpose: string, value: string) => ({
  type: 'TextualBody',
  purpose,
  format: 'text/plain',
  value: value.replace(/\p{Surrogate}/gu, '\ufffd'),
});

/** "Ana Ruiz, via the Clarion (said)" */
function sentenceOf(article: Article, attribution: Attribution): string {
  const voices = voicesOf(article);
  const names = [attribution, ...voices.carriers(attribution)].map(
    ({ speaker, source }) => voices.entity(speaker)?.name ?? (source ? wordsOf(article, source) : 'somebody'),
  );
  return `${names.join(', via ')}${attribution.cue.length > 0 ? ` (${wordsOf(article, attribution.cue)})` : ''}`;
}

/** Makes targets in one source: a selector by words, refined by position. Calls must not hop about much: positions are counted on from the last. */
function targetOf(source: string, text: string): (spans: readonly Span[]) => unknown {
  const points = codePointCounter(text);
  const wellFormed = (start: number, end: number): string => text.slice(Math.max(0, start), end).replace(/\p{Surrogate}/gu, '\ufffd');
  return (spans) =>
    spans.map(([start, end]) => ({
      type: 'SpecificResource',
      source,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: wellFormed(start, end),
          prefix: wellFormed(start - CONTEXT, start),
          suffix: wellFormed(end, end + CONTEXT),
        },
        { type: 'TextPositionSelector', start: points(start), end: points(end) },
      ],
    }));
}
