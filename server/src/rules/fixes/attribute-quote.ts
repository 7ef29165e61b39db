import type { Article } from '../../article';
import type { Span } from '../../text/span';
import type { Edit, Fix } from '../rule';
import { opensSentence } from '../sources';
import { cueOfChoice } from './cue-of-choice';
import { commasInside } from './sentence-end';
import { inSnippet, stop } from './snippet';
import { speakersAtHand } from './speakers-at-hand';

/** The ways to say whose a quote is: somebody's who speaks in the article, the nearest first, or a speaker's still to be named. */
export function attributeQuote(article: Article, span: Span): Fix[] {
  const cue = cueOfChoice(article);
  const place = placeFor(article, span);
  const leads = hasSentences(article.text, span) && opensSentence(article, span[0]);
  const speakers = speakersAtHand(article, span).map(
    ({ entity, name }, i): Fix => ({
      title: `Attribute to ${entity.name}`,
      edits: [place(`${name} ${cue}`, false)],
      preferred: i === 0,
      safe: false,
    }),
  );
  const ask: Fix = {
    title: 'Name a speaker',
    edits: [place(`${stop(1, leads ? 'Speaker' : 'speaker')} ${cue}`, true)],
    preferred: speakers.length === 0,
    safe: false,
  };
  return [...speakers, ask];
}

/** After a quote of one sentence; before one of several, so that the reader knows at once who speaks. */
function placeFor(article: Article, [start, end]: Span): (who: string, snippet: boolean) => Edit {
  const { text } = article;
  if (hasSentences(text, [start, end])) return (who, snippet) => ({ span: [start, start], text: `${who}: `, snippet });
  const inside = text.slice(start + 1, end - 1);
  const last = inside.trimEnd().at(-1) ?? '';
  const mark = text.slice(end - 1, end);
  const rest = restOfSentence(text, end);
  return (who, snippet) => {
    const closing = snippet ? inSnippet(mark) : mark;
    if (last === '!' || last === '?' || last === '…') return { span: [end, end], text: ` ${who}${rest === 'none' ? '.' : ','}`, snippet };
    if (last === '.' || last === ',') {
      const at = end - 1 - (inside.length - inside.trimEnd().length) - 1;
      return { span: [at, end], text: `,${closing} ${who}${rest === 'stop' ? '' : '.'}`, snippet };
    }
    const comma = commasInside(article) ? `,${closing}` : `${closing},`;
    return { span: [end - 1, end], text: `${comma} ${who}${rest === 'stop' ? '' : '.'}`, snippet };
  };
}

/** Whether a quote holds more than one sentence. */
const hasSentences = (text: string, [start, end]: Span): boolean => /[.!?…]["”’']?\s+\S/.test(text.slice(start + 1, end - 1));

/** What follows a quote: a full stop of its own, or a new sentence or nothing. */
const restOfSentence = (text: string, end: number): 'stop' | 'none' => (/^[.!?]/.test(text.slice(end, end + 1)) ? 'stop' : 'none');
