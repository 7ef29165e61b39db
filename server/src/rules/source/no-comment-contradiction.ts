import type { Article } from '../../article';
import { firstEndingAfter, hull, overlaps, type Span } from '../../text/span';
import { stop } from '../fixes/snippet';
import type { Fix, Rule, RuleFacts } from '../rule';
import { inOwnWords, isQuoted, sentenceAt, sourcedById } from '../sources';

const facts: RuleFacts = {
  code: 'source/no-comment-contradiction',
  title: 'Somebody who declined to comment, and is quoted',
  why: 'A story that says somebody would not comment and also gives that person’s words contradicts itself, mostly because a reply came in late. Say when and to whom the words were said, or take out the refusal.',
  sources: [],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe ferry will be sold in May. The harbour master, Ida Brekke, declined to comment.\n\n“There is more filler in her now than there is steel,” Brekke said.\n',
      'Ferry to be sold\n\n“There is more filler in her now than there is steel,” said the harbour master, Ida Brekke.\n\nThe mayor, Tom Hale, was angry. Ida Brekke did not respond to a request for comment.\n',
    ],
    good: [
      'Ferry to be sold\n\nThe harbour master, Ida Brekke, declined to comment.\n\n“She is too old,” said the mayor, Tom Hale.\n',
      'Ferry to be sold\n\nThe harbour master, Ida Brekke, declined to comment.\n\nIn a letter to the council last week Brekke said that the ferry was too old.\n',
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke.\n\nBrekke declined to comment on the price.\n',
    ],
  },
};

const REFUSAL =
  /\b(?:(?:has |had )?(?:declined|refused) (?:to (?:be interviewed|comment)|an interview|requests? for (?:comment|an interview))|(?:did|has|had) not (?:immediately |yet )?(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?)(?: to (?:an?|several|repeated|multiple|our|the)? ?(?:requests?|emails?|messages?|calls?|questions?)(?: for comment| seeking comment)?)?|could not be reached(?: for comment)?)(?=[.;]|,? and\b|$)/giu;
/** What tells that words were said at another time or to somebody else than the writer. */
const ELSEWHERE =
  /\b(?:last|earlier|previously|ago|before|then|when|at the time|in (?:19|20)\d\d|letter|email|e-mail|statement|memo|post(?:ed)?|tweet(?:ed)?|wrote|written|filing|book|interview|speech|hearing|court|testif\w+|testimony|inquiry|parliament|lawsuit|affidavit|told|message|online|video|later|lawyer|spokes\w+|had)\b/i;

const refusing = inOwnWords(REFUSAL);

/** Reports a refusal to comment of somebody who speaks in the article, unless the words were said elsewhere or at another time. */
export const sourceNoCommentContradiction: Rule = {
  facts,
  check(article) {
    const refused = refusals(article);
    const spoken = spokenBy(article, new Set(refused.map(({ speaker }) => speaker)));
    return refused.flatMap(({ span, speaker }) => {
      const words = spoken.get(speaker)?.find(({ sentence }) => span[0] < sentence[0] || span[0] >= sentence[1]);
      if (!words) return [];
      const message = 'The article also quotes them. Say when the words were said, or take out the refusal.';
      return [{ code: facts.code, severity: facts.severity, span, message, related: [{ span: words.content, message: 'Their words' }] }];
    });
  },
  fixes(article, { span, related }) {
    const words = related[0]?.span;
    return [...(words ? sayWhen(article, words) : []), ...takeOut(article, span)];
  },
};

/** Says, beside the words that were spoken all the same, where they come from. */
function sayWhen(article: Article, words: Span): Fix[] {
  const { text, attributions } = article;
  const said = attributions.find(({ source, content }) => source !== null && source.length > 0 && hull(content)[0] === words[0]);
  const sourced = said && sourcedById(article, said.id);
  if (!sourced) return [];
  const at = hull([sourced.span, ...sourced.attribution.cue])[1];
  if (isQuoted(article, at - 1)) return [];
  // “…, said the harbour master, Ida Brekke, in a statement”: an apposition ends with a comma.
  const comma = at === sourced.span[1] && sourced.words.includes(',') && text.charAt(at) !== ',' ? ',' : '';
  const edit = { span: [at, at] as const, text: `${comma} ${stop(1, 'in a statement on Monday')}`, snippet: true };
  return [{ title: 'Say when the words were said', edits: [edit], preferred: true, safe: false }];
}

/** Takes out the sentence that says that there was no comment, where it says nothing else. */
function takeOut(article: Article, refusal: Span): Fix[] {
  const { text, quotes } = article;
  const sentence = sentenceAt(article, refusal[0]);
  if (!sentence || quotes.some(({ span }) => overlaps(span, sentence)) || refusal[1] < sentence[1] - 1) return [];
  const subject = article.entities.some(({ mentions }) =>
    mentions.some(([start, end]) => start >= sentence[0] && start - sentence[0] < 30 && /^[,\s]*$/.test(text.slice(end, refusal[0]))),
  );
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, sentence[0] - 4), sentence[0]))?.[0].length ?? 0;
  const after = before > 0 ? 0 : (/^\s*/.exec(text.slice(sentence[1], sentence[1] + 8))?.[0].length ?? 0);
  const edit = { span: [sentence[0] - before, sentence[1] + after] as const, text: '' };
  return subject ? [{ title: 'Take out the refusal', edits: [edit], preferred: false, safe: false }] : [];
}

interface Spoken {
  readonly sentence: Span;
  readonly content: Span;
}

/** For each of `speakers` the first sentences that give their words to the writer, two at most. */
function spokenBy(article: Article, speakers: ReadonlySet<string>): ReadonlyMap<string, readonly Spoken[]> {
  const found = new Map<string, Spoken[]>();
  if (speakers.size === 0) return found;
  for (const attribution of article.attributions) {
    const { speaker, via, kind, confidence, content, source } = attribution;
    if (speaker === null || !speakers.has(speaker) || via !== null || kind === 'indirect' || confidence < 0.6) continue;
    const known = found.get(speaker) ?? [];
    if (known.length > 1 || !source || source.length === 0) continue;
    const sentence = sentenceAt(article, hull(source)[0]);
    if (!sentence || known[0]?.sentence[0] === sentence[0] || ELSEWHERE.test(ownWordsIn(article, sentence))) continue;
    found.set(speaker, [...known, { sentence, content: hull(content) }]);
  }
  return found;
}

interface Refusal {
  readonly span: Span;
  readonly speaker: string;
}

/** Refusals whose subject, the mention right before the verb, is a named person. */
function refusals(article: Article): Refusal[] {
  const found = refusing(article).filter(({ block }) => article.blocks[block]?.kind === 'paragraph');
  if (found.length === 0) return [];
  const subjects = new Map(found.map(({ span }): [number, string | undefined] => [subjectEnd(article, span), undefined]));
  for (const { id, kind, anonymity, mentions } of article.entities) {
    if (kind !== 'person' || anonymity !== 'named') continue;
    for (let m = 0; m < mentions.length; m++) {
      const end = mentions[m]?.[1] ?? -1;
      if (subjects.has(end)) subjects.set(end, id);
    }
  }
  const told = new Set<string>();
  return found.flatMap(({ span }): Refusal[] => {
    const speaker = subjects.get(subjectEnd(article, span));
    if (speaker === undefined || told.has(speaker)) return [];
    told.add(speaker);
    return [{ span, speaker }];
  });
}

/** Where the words right before a refusal end. */
function subjectEnd({ text }: Article, [start]: Span): number {
  const before = text.slice(Math.max(0, start - 4), start);
  return start - (/^.*?((?:,\s|\s)+)$/s.exec(before)?.[1]?.length ?? 0);
}

/** A sentence with what it quotes blanked out. */
function ownWordsIn({ text, quotes }: Article, [start, end]: Span): string {
  const parts: string[] = [];
  let at = start;
  for (let q = firstEndingAfter(quotes, start); q < quotes.length; q++) {
    const { span } = quotes[q] ?? {};
    if (!span || span[0] >= end) break;
    const until = Math.min(end, span[1]);
    parts.push(text.slice(at, Math.max(at, span[0])), ' '.repeat(Math.max(0, until - Math.max(at, span[0]))));
    at = Math.max(at, until);
  }
  return [...parts, text.slice(at, end)].join('');
}
