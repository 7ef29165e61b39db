import type { Span } from '../text/span';
import type { BlockAttribution, ReadBlock } from './block-attribution';
import { readBlock } from './block-reading';
import { Casting } from './casting';
import { type Figure, trueFigure } from './figures';
import type { Anonymity, EntityKind } from './mentions';
import type { Reason } from './reason';
import { type Choice, choiceOfSource, withoutSource } from './source-choice';
import { firstAt, type Sources, sourcesOf } from './sources';

/** A speaker: the person, organisation, document or unnamed source that mentions refer to. */
export interface Entity {
  /** `e1`, `e2`… in order of first mention. */
  readonly id: string;
  /** The fullest naming in the article ("Sergey Lavrov"); for an unnamed source its description ("a source"). */
  readonly name: string;
  readonly kind: EntityKind;
  /** As the article gives it ("Russian Foreign Minister"); null where it gives none. */
  readonly role: string | null;
  readonly gender: 'female' | 'male' | null;
  /** How much of it the article gives away. */
  readonly anonymity: Anonymity;
  /** In order; relative to the article. */
  readonly mentions: readonly Span[];
}

/** Who might have said something, and how likely. */
export interface Candidate {
  readonly speaker: string;
  /** 0…1; those of one attribution add up to at most 1. */
  readonly confidence: number;
}

/** The speaker of one attribution. */
export interface SpeakerChoice {
  /** The entity, or null where nobody is named or it is too unsure to say. */
  readonly speaker: string | null;
  /** The likeliest first; more than one where it is unsure. */
  readonly candidates: readonly Candidate[];
  readonly why: readonly Reason[];
}

/** A block in its place in the article. */
export interface PlacedBlock extends ReadBlock {
  /** Offset of the block's text in the article. */
  readonly offset: number;
  readonly attributions: readonly BlockAttribution[];
}

/** Speakers over the whole article: who there is, and who stands behind each attribution of each block. */
export interface Speakers {
  readonly entities: readonly Entity[];
  /** For block `b` and its attribution `a`: `choices[b][a]`. */
  readonly choices: readonly (readonly SpeakerChoice[])[];
}

/** Groups the mentions of an article into speakers and gives each attribution its own. One pass over the blocks' results; linear. */
export function resolveSpeakers(blocks: readonly PlacedBlock[]): Speakers {
  const { figures, choices } = readArticle(blocks);
  const kept = [...figures].filter(isKept).sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0));
  const ids = new Map(kept.map((figure, i) => [figure, `e${i + 1}`]));
  return {
    entities: kept.map((figure) => entityOf(figure, ids.get(figure) ?? '')),
    choices: choices.map((drafts) => drafts.map((draft) => choiceOf(draft, ids))),
  };
}

/** All that the mentions of an article were grouped into, people and things that never speak included; for measuring. Mentions are relative to the article. */
export function groupMentions(blocks: readonly PlacedBlock[]): readonly Figure[] {
  return readArticle(blocks).figures;
}

function readArticle(blocks: readonly PlacedBlock[]): { figures: readonly Figure[]; choices: readonly (readonly Choice[])[] } {
  const casting = new Casting();
  for (const { mentions } of blocks) for (const mention of mentions) if (mention.form === 'name') casting.introduce(mention);
  const choices: Choice[][] = [];
  let sentence = 0;
  /** Who spoke last in direct words, and in which block. */
  let voice: { figure: Figure; block: number } | null = null;
  for (const [b, block] of blocks.entries()) {
    const sources = sourcesOf(block);
    const { readings, pairs } = readBlock(casting, block, sources, b, sentence);
    const drafts = block.attributions.map((attribution, a) => choiceOfSource(casting, block, attribution, sources, a, readings, pairs));
    const first = drafts.find(({ sure }) => sure)?.guesses[0]?.figure;
    for (const [a, attribution] of block.attributions.entries()) {
      if (attribution.source !== null) continue;
      drafts[a] = withoutSource(block, attribution, first, voice && b - voice.block <= 1 ? voice.figure : null);
    }
    for (const [a, attribution] of block.attributions.entries()) {
      const draft = drafts[a];
      const [best] = draft?.guesses ?? [];
      for (const { figure } of draft?.guesses ?? []) figure.speaks = true;
      if (!best || !draft?.sure) continue;
      if (attribution.kind !== 'indirect') voice = { figure: best.figure, block: b };
      best.figure.spoke = sentence + Math.max(0, block.sentences.length - 1);
      takeFirstPerson(block, sources, a, best.figure);
    }
    choices.push(drafts);
    sentence += Math.max(1, block.sentences.length);
  }
  return { figures: casting.cast.figures, choices };
}

/** "I" and "we" in somebody's quoted words are that somebody. */
function takeFirstPerson({ mentions, offset, attributions }: PlacedBlock, { within }: Sources, a: number, figure: Figure): void {
  const [first] = attributions[a]?.content ?? [];
  const end = attributions[a]?.content.at(-1)?.[1] ?? 0;
  for (let m = firstAt(mentions, first?.[0] ?? 0); m < mentions.length; m++) {
    const mention = mentions[m];
    if (!mention || mention.span[0] >= end) break;
    if (within[m] !== a || !mention.quoted || mention.pronoun?.person !== 1) continue;
    // One person's "we" is more than that person.
    if (mention.number === 'plural' && figure.number === 'singular' && figure.kind === 'person') continue;
    figure.mentions.push(mention.span[0] + offset, mention.span[1] + offset);
  }
}

/** Who belongs in the list of an article's speakers: who speaks, and the people and organisations that it names. */
export function isKept(figure: Figure): boolean {
  if (figure.mentions.length === 0) return false;
  if (figure.speaks) return true;
  if (figure.words.length > 0) {
    if (figure.kind === 'person') return true;
    // "the Great Recession": only its article makes it look like a body.
    if (figure.kind === 'organization') return !figure.placed || figure.mentions.length > 2;
    return figure.kind === null && !figure.placed && looksLikePerson(figure);
  }
  return figure.kind === 'person' && figure.anonymity === 'role' && figure.mentions.length > 2;
}

/** Words that are hardly anybody's: "Training Day", "Economic Dialogue", "FULL TEXT". */
const THING =
  /(?:ing|tion|sion|ment|ness|ship|ity|ism|ance|ence|day|hour|week|war|way|act|plan|deal|series|text|show|book|games?|rights?|style|logue|ics|ture|gate|wall|cup|prize|award|awards|festival|project|road|test|line|side|age|night|world|health|science|energy|security)$/;

/** Whether a name that nothing else is known of may be a person's: two to four words, none of them a thing's, not all in capitals. */
function looksLikePerson({ words, name }: Figure): boolean {
  return words.length > 1 && words.length < 5 && name !== name.toUpperCase() && !words.some((word) => THING.test(word));
}

/** The mentions of a figure in order, each once. */
export function spansOf({ mentions }: Figure): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < mentions.length; i += 2) spans.push([mentions[i] ?? 0, mentions[i + 1] ?? 0]);
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return spans.filter(([start, end], i) => spans[i - 1]?.[0] !== start || spans[i - 1]?.[1] !== end);
}

const oneLine = (text: string): string => (/\s\s|[\n\r\t]/.test(text) ? text.replace(/\s+/g, ' ') : text);

function entityOf(figure: Figure, id: string): Entity {
  const mentions = spansOf(figure);
  const kind = figure.kind ?? (figure.words.length > 0 ? (figure.placed ? 'organization' : 'person') : 'anonymous');
  return {
    id,
    name: oneLine(figure.name),
    kind,
    role: figure.role && oneLine(figure.role),
    gender: figure.gender,
    anonymity: figure.anonymity,
    mentions,
  };
}

function choiceOf({ guesses, sure, why }: Choice, ids: ReadonlyMap<Figure, string>): SpeakerChoice {
  const candidates = guesses.map(({ figure, confidence }) => ({ speaker: ids.get(trueFigure(figure)) ?? '', confidence }));
  return { speaker: sure ? (candidates[0]?.speaker ?? null) : null, candidates, why };
}
