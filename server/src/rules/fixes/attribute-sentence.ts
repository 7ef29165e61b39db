import type { Article } from '../../article';
import { TAG_NAMES } from '../../language/tags';
import type { Span } from '../../text/span';
import { tokenText } from '../../text/tokens';
import type { Edit, Fix } from '../rule';
import { citations } from './cite';
import { cueOfChoice } from './cue-of-choice';
import { appendToSentence } from './sentence-end';
import { inSnippet, stop } from './snippet';
import { speakersAtHand } from './speakers-at-hand';

/** The ways to attribute a sentence of the writer's own: to somebody who speaks in the article, the nearest first, or to a source still to be named. */
export function attributeSentence(article: Article, span: Span): Fix[] {
  const cue = cueOfChoice(article);
  const speakers = speakersAtHand(article, span).map(
    ({ entity, name }, i): Fix => ({
      title: `Attribute to ${entity.name}`,
      edits: [appendToSentence(article, span, `, ${name} ${cue}`, false)],
      preferred: i === 0,
      safe: false,
    }),
  );
  const ask: Fix = {
    title: `Add a source at the end: “…, … ${cue}”`,
    edits: [appendToSentence(article, span, `, ${stop(1, 'source')} ${cue}`, true)],
    preferred: speakers.length === 0,
    safe: false,
  };
  const front = accordingTo(article, span);
  return [
    ...speakers,
    ask,
    ...(front ? [{ title: 'Add a source in front: “According to …, …”', edits: [front], preferred: false, safe: false }] : []),
    ...citations(article, span),
  ];
}

/** Opens the sentence with "According to …"; null where it opens with a mark. */
function accordingTo(article: Article, [start]: Span): Edit | null {
  const { text } = article;
  const first = /^\p{L}[\p{L}\p{M}’'.-]*/u.exec(text.slice(start, start + 60))?.[0];
  if (first === undefined)
    return /^[\d£$€]/.test(text.slice(start)) ? { span: [start, start], text: `According to ${stop(1, 'source')}, `, snippet: true } : null;
  const lower = keepsCapital(article, start, first) ? first : first.charAt(0).toLowerCase() + first.slice(1);
  return { span: [start, start + first.length], text: `According to ${stop(1, 'source')}, ${inSnippet(lower)}`, snippet: true };
}

/** Whether the first word of a sentence is a name, "I", or otherwise written large wherever it stands. */
function keepsCapital({ blocks }: Article, start: number, first: string): boolean {
  if (first === 'I' || /^I[’']/.test(first) || /^.+\p{Lu}/u.test(first)) return true;
  const block = blocks.find(({ span }) => span[0] <= start && start < span[1]);
  if (!block) return true;
  const { tokens, tags } = block.analysis;
  const local = start - block.span[0];
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens.start[i] ?? 0) !== local) continue;
    const tag = TAG_NAMES[tags[i] ?? 0];
    const next = tokenText(tokens, i + 1);
    return (
      tag === 'NNP' ||
      tag === 'NNPS' ||
      (/^\p{Lu}/u.test(next) && !/^(?:The|A|An|In|On|At|But|And|For|Its|His|Her|Their|This|That)$/.test(first)) ||
      next === '’s' ||
      next === "'s"
    );
  }
  return true;
}
