import type { Reason } from '../attribution/reason';
import type { Piece } from './card';

/**
 * Each reason's sentence, by its code. `{}` stands for the article's words that it rests on; what stands in square brackets is left out
 * where there are none. A test holds this list against the codes that the analysis gives.
 */
export const SENTENCES: Readonly<Record<string, string>> = {
  'pattern.speaker-verb-after-quote': 'The quote is followed by its speaker and a reporting verb[, “{}”].',
  'pattern.verb-speaker-after-quote': 'The quote is followed by a reporting verb[, “{}”,] and its speaker.',
  'pattern.speaker-verb-before-quote': 'A speaker and a reporting verb[, “{}”,] lead into the quote.',
  'pattern.quoted-as-saying': 'Somebody passes these words on[: “{}”].',
  'pattern.that-clause': 'A reporting verb[, “{}”,] takes a clause with “that”.',
  'pattern.clause': 'A reporting verb[, “{}”,] takes a clause without “that”.',
  'pattern.infinitive': 'A reporting verb[, “{}”,] takes “to” and what it asks for.',
  'pattern.object': 'A reporting verb[, “{}”,] takes what was said as its object.',
  'pattern.trailing': 'The sentence ends with its speaker and a reporting verb[, “{}”].',
  'pattern.according-to': 'The sentence says according to whom.',
  'pattern.citing': 'The sentence cites its source[: “{}”].',
  'pattern.noun-that': 'A noun of saying[, “{}”,] takes a clause with “that”.',
  'pattern.signature': 'The quote is signed with a dash and a name.',
  'pattern.turn': 'The paragraph is a speaker’s turn: a name and a colon.',
  'pattern.answer': 'The paragraph is nothing but a quote, below a question: an interview’s answer.',
  'pattern.headline': 'The headline gives its speaker before a colon.',
  'model.cue': 'A model trained on annotated news reads this as somebody’s words[, by “{}”].',
  'speaker.full-name': 'The speaker is given by full name[, “{}”].',
  'speaker.surname': 'The speaker is given by surname[, “{}”].',
  'speaker.given-name': 'The speaker is given by first name[, “{}”].',
  'speaker.part-of-name': 'The speaker is given by a part of the name[, “{}”].',
  'speaker.short-name': 'The speaker is given by a shortened name[, “{}”].',
  'speaker.acronym': 'The speaker is given by initials[, “{}”].',
  'speaker.pronoun': 'The speaker is given by a pronoun[, “{}”,] and is the likeliest that it can stand for.',
  'speaker.apposition': 'The speaker is given beside the name[, “{}”].',
  'speaker.role': 'The speaker is given by a role[, “{}”].',
  'speaker.unnamed': 'The speaker is described and not named[: “{}”].',
  'speaker.same-source': 'These words[, “{}”,] take up a source described before.',
  'speaker.document': 'A document speaks here[: “{}”].',
  'speaker.group': 'A group speaks here[: “{}”].',
  'speaker.description': 'The speaker is known by a description alone[: “{}”].',
  'speaker.joint': 'Several speak together[: “{}”].',
  'speaker.nobody': 'The wording[, “{}”,] names nobody who said it.',
  'speaker.unknown': 'Whom these words[, “{}”,] stand for is not clear.',
  'speaker.ambiguous': 'These words[, “{}”,] can stand for more than one speaker.',
  'speaker.same-paragraph': 'The paragraph has one speaker[, “{}”].',
  'speaker.guest': 'The article speaks of nobody as much as of this person[: “{}”].',
  'speaker.same-speech': 'The speech of the paragraph before goes on[: “{}”].',
  'support.cited': 'A link or a footnote says where it comes from.',
  'support.attribution': 'The sentence says whose statement it is.',
  'support.carried': 'It goes on with the statement of the sentence before.',
  'support.next': 'The next sentence says whose statement it is.',
  'support.elsewhere': 'The article says elsewhere whose statement it is.',
  'support.verified': 'Somebody has checked it.',
  'support.disputed': 'Somebody has checked it and disputes it.',
  'support.needs-source': 'Somebody asks for a source.',
  'support.nobody': 'Nothing in the article says whose statement it is.',
};

/** What makes a sentence worth a check, by its code: in a row, so no sentences. */
export const GROUNDS: Readonly<Record<string, string>> = {
  'worth.number': 'a number',
  'worth.comparison': 'a comparison',
  'worth.superlative': 'a superlative',
  'worth.accusation': 'an accusation',
  'worth.cause': 'a cause',
  'worth.change': 'a change',
  'worth.event': 'an event',
  'worth.decision': 'a decision',
  'worth.date': 'a date',
  'worth.fact': 'a plain statement of fact',
};

/** What makes a sentence worth a check, in a row with the article's words; nothing where none of the reasons says. */
export function groundsInARow(why: readonly Reason[]): Piece[] {
  const row: Piece[] = [];
  const seen = new Set<string>();
  for (const { code, words } of why) {
    const ground = GROUNDS[code];
    if (ground === undefined || seen.has(ground) || seen.size === MOST_GROUNDS) continue;
    row.push(seen.size > 0 ? ', ' : '', ground, ...(words && code !== 'worth.fact' ? [' (“', { words }, '”)'] : []));
    seen.add(ground);
  }
  return row;
}

/** The most grounds that a row has. */
const MOST_GROUNDS = 3;

/** A reason, as a sentence; a code that has none is spelt out as well as it goes. */
export function reasonSentence({ code, words }: Reason): Piece[] {
  const sentence = SENTENCES[code];
  if (sentence === undefined) {
    const name = code.replace(/^[^.]*\./, '').replace(/[-_.]+/g, ' ');
    const said = name.charAt(0).toUpperCase() + name.slice(1);
    return words ? [`${said}: “`, { words }, '”.'] : [`${said}.`];
  }
  const kept = words ? sentence.replace(/[[\]]/g, '') : sentence.replace(/\[[^\]]*\]/g, '');
  const [before = '', after] = kept.split('{}');
  return after === undefined || !words ? [before] : [before, { words }, after];
}
