import { overlaps, type Span } from '../text/span';
import type { BlockAttribution } from './block-attribution';
import type { FirstMention } from './figures';
import type { Mention } from './mentions';
import { firstAt, type Sources } from './sources';
import type { PlacedBlock } from './speakers';

/** An attribution as far as the choice of its speaker needs it. Mentions of the block are meant by their index. */
export interface Saying {
  /** *none*: the sentence names nobody. *lost*: it does, with words of no length. */
  readonly sourced: 'words' | 'lost' | 'none';
  /** Some of it is in somebody's own words. */
  readonly direct: boolean;
  /** The words of its source; empty where it has none. */
  readonly words: string;
  /** The mention of its source, or -1. */
  readonly head: number;
  /** The words of that mention. */
  readonly said: string;
  /** The mention is only a part of what the source says: "Some in the Civic Union". */
  readonly partly: boolean;
  /** The mentions that "and" joins to it. */
  readonly joint: readonly number[];
  /** "Dawn reported": media report, people say. */
  readonly reporting: boolean;
  /** The source by its words alone; null where it has none. */
  readonly described: Described | null;
  /** Its cue, where that says that nobody is named on purpose ("was told", "reportedly"). */
  readonly passive: string | null;
  /** It goes on with what the block before left open. */
  readonly goesOn: boolean;
  /** "I" and "we" in its words. */
  readonly own: readonly number[];
}

/** A source that no mention was found in. */
export interface Described {
  /** In lower case, where it is one word with a capital. */
  readonly name: string | null;
  /** What it is called, in lower case and without its article. */
  readonly key: string;
  /** It may go back to one of that description. */
  readonly definite: boolean;
  readonly first: FirstMention;
}

const NO_MENTIONS: readonly number[] = [];

export const sayingsOf = (block: PlacedBlock, sources: Sources): Saying[] =>
  block.attributions.map((attribution, a) => sayingOf(block, attribution, sources, a));

function sayingOf(block: PlacedBlock, attribution: BlockAttribution, sources: Sources, a: number): Saying {
  const { mentions, tokens, quotes } = block;
  const { source, cue, kind, content } = attribution;
  const textOf = ([start, end]: Span): string => tokens.text.slice(start, end);
  const [span] = source ?? [];
  const words = span ? textOf(span) : '';
  const head = sources.head[a] ?? -1;
  const mention = mentions[head];
  const cued = source === null ? cue.map(textOf).join(' ') : '';
  const [opening] = quotes;
  return {
    sourced: source === null ? 'none' : span ? 'words' : 'lost',
    direct: kind !== 'indirect',
    words,
    head,
    said: mention ? textOf(mention.span) : '',
    partly: span !== undefined && mention !== undefined && isOnlyPart(tokens.text, span, mention),
    joint: sources.joint[a] ?? NO_MENTIONS,
    reporting: cue.some((span) => /^report(?:s|ed)$/i.test(textOf(span))),
    described: span && words.trim() !== '' ? describe(words) : null,
    passive: source === null && PASSIVE.test(cued) ? cued : null,
    goesOn: opening?.continues === true && content.some((span) => overlaps(span, opening.span)),
    own: ownOf(block, sources, a),
  };
}

/** "Some in the Civic Union", "Port Ellis airport": the mention is only a part of what the source says. */
function isOnlyPart(text: string, span: Span, mention: Mention): boolean {
  if (
    mention.span[0] > span[0] &&
    /^(?:some|many|most|others|another|several|few|none|one|two|those|all|both|anyone|everyone|nobody)\b/i.test(
      text.slice(span[0], mention.span[0]),
    )
  ) {
    return mention.form === 'name' || mention.form === 'pronoun';
  }
  return (
    mention.form === 'name' &&
    mention.span[0] === span[0] &&
    mention.span[1] < span[1] &&
    NOUN_AFTER.test(text.slice(mention.span[1], mention.span[1] + 24))
  );
}

/** A small word after a name that is no preposition: the name only tells which. */
const NOUN_AFTER =
  /^ (?!(?:and|or|of|for|at|from|in|on|with|who|which|that|has|had|is|was|were|have|himself|herself|itself|themselves|also|later|then|as|to|by|via|after|told|said)\b)\p{Ll}{3,}/u;

const PASSIVE = /^(?:(?:is|are|was|were|been|be|being|has been|had been|have been)\b.*|reportedly|allegedly|supposedly|purportedly)$/i;

const describe = (words: string): Described => ({
  name: /^\p{Lu}\S*$/u.test(words) ? words.toLowerCase() : null,
  key: words.toLowerCase().replace(/^(?:the|a|an|this|that) /, ''),
  definite: !/^(?:a|an|another|one|some) /i.test(words),
  first: firstMention(words),
});

/** What a source's words alone tell of it. The writer's own "I" and "we" hide nobody. */
function firstMention(words: string): FirstMention {
  const base = { form: 'unnamed', gender: null, lean: null, words: [], text: words } as const;
  if (/^(?:i|me|myself)$/i.test(words)) return { ...base, kind: 'person', number: 'singular', anonymity: 'role' };
  if (/^(?:we|us|ourselves)$/i.test(words)) return { ...base, kind: 'group', number: 'plural', anonymity: 'role' };
  const many =
    /(?:[^s]s|people|men|women|children)$|\b(?:many|some|most|several|others|all|both|those|half|percent|per cent|majority|majorities|thirds?|quarters?|\d+%?)\b/i;
  return many.test(words)
    ? { ...base, kind: 'group', number: 'plural', anonymity: 'collective' }
    : { ...base, kind: 'anonymous', number: 'singular', anonymity: 'described' };
}

/** "I" and "we" in somebody's quoted words are that somebody. */
function ownOf({ mentions, attributions }: PlacedBlock, { within }: Sources, a: number): readonly number[] {
  const content = attributions[a]?.content ?? [];
  const end = content.at(-1)?.[1] ?? 0;
  let own: number[] | undefined;
  for (let m = firstAt(mentions, content[0]?.[0] ?? 0); m < mentions.length; m++) {
    const mention = mentions[m];
    if (!mention || mention.span[0] >= end) break;
    if (within[m] !== a || !mention.quoted || mention.pronoun?.person !== 1) continue;
    own ??= [];
    own.push(m);
  }
  return own ?? NO_MENTIONS;
}
