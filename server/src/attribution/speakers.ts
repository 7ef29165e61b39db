import { overlaps, type Span } from '../text/span';
import type { BlockAttribution, ReadBlock } from './attributions';
import { Casting, type Placed, type Reading } from './casting';
import { type Figure, newFigure, trueFigure } from './figures';
import type { Anonymity, EntityKind, Mention } from './mentions';
import type { Reason } from './reason';
import type { Guess } from './salience';
import { firstAt, mentionsOfSource } from './sources';

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

/** A speaker with at least this confidence is taken for the speaker; below it the candidates are shown and none is chosen. */
const SURE = 0.6;
/** A guess below this isn't worth showing. */
const FAINT = 0.08;

/** The choice of one attribution while ids are not given yet. */
interface Draft {
  readonly guesses: readonly Guess[];
  readonly sure: boolean;
  readonly why: readonly Reason[];
}

const NOBODY: Draft = { guesses: [], sure: false, why: [] };

/** What is known of a block's sources before its mentions are read. */
interface Sources {
  /** For each attribution the mention of its source, or -1. */
  readonly head: Int32Array;
  /** For each mention whether it is a source. */
  readonly isSource: Uint8Array;
  readonly joint: readonly (readonly number[])[];
  /** For each mention the innermost attribution whose content it stands in, or -1. */
  readonly within: Int32Array;
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

function readArticle(blocks: readonly PlacedBlock[]): { figures: readonly Figure[]; choices: readonly (readonly Draft[])[] } {
  const casting = new Casting();
  for (const { mentions } of blocks) for (const mention of mentions) if (mention.form === 'name') casting.introduce(mention);
  const choices: Draft[][] = [];
  let sentence = 0;
  /** Who spoke last in direct words, and in which block. */
  let voice: { figure: Figure; block: number } | null = null;
  for (const [b, block] of blocks.entries()) {
    const sources = sourcesOf(block);
    const { readings, pairs } = readBlock(casting, block, sources, b, sentence);
    const drafts = block.attributions.map((attribution, a) => draftOf(casting, block, attribution, sources, a, readings, pairs));
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

const NO_SOURCES: Sources = { head: new Int32Array(), isSource: new Uint8Array(), joint: [], within: new Int32Array() };

/** What a block's sources are depends on the block alone, and blocks outlive the edits to others. */
const knownSources = new WeakMap<readonly BlockAttribution[], { readonly mentions: readonly Mention[]; readonly sources: Sources }>();

function sourcesOf(block: PlacedBlock): Sources {
  const { attributions, mentions } = block;
  if (attributions.length === 0) return NO_SOURCES;
  const known = knownSources.get(attributions);
  if (known?.mentions === mentions) return known.sources;
  const sources = readSources(block);
  knownSources.set(attributions, { mentions, sources });
  return sources;
}

function readSources({ attributions, mentions, tokens }: PlacedBlock): Sources {
  const head = new Int32Array(attributions.length).fill(-1);
  const isSource = new Uint8Array(mentions.length);
  const joint: (readonly number[])[] = [];
  for (const [a, { source }] of attributions.entries()) {
    const found = source && mentionsOfSource(source, mentions, tokens.text);
    joint.push(found?.joint ?? []);
    if (!found) continue;
    head[a] = found.head;
    isSource[found.head] = 1;
  }
  return { head, isSource, joint, within: contentsOf(attributions, mentions) };
}

/** For each mention the innermost attribution whose content it stands in, or -1. */
function contentsOf(attributions: readonly BlockAttribution[], mentions: readonly Mention[]): Int32Array {
  const within = new Int32Array(mentions.length).fill(-1);
  const spans = attributions.flatMap(({ content }, a) => content.map((span) => ({ span, a })));
  // The longest first, so that the innermost is written last.
  spans.sort((x, y) => y.span[1] - y.span[0] - (x.span[1] - x.span[0]));
  for (const { span, a } of spans) {
    for (let m = firstAt(mentions, span[0]); m < mentions.length; m++) {
      const mention = mentions[m];
      if (!mention || mention.span[0] >= span[1]) break;
      if (mention.span[0] >= span[0]) within[m] = a;
    }
  }
  return within;
}

/** Whom each mention of a block means, and which mentions open a pair ("Ana and Luis Ruiz"). */
interface BlockReadings {
  readonly readings: readonly (Reading | null)[];
  readonly pairs: ReadonlyMap<number, Figure>;
}

interface Earlier {
  readonly m: number;
  readonly mention: Mention;
  readonly figure: Figure;
}

/** The pair that a name makes with what follows it after "and": "Ana and Luis Ruiz", "Dr Ruiz and her colleagues". */
function pairOf(
  casting: Casting,
  { tokens, offset }: PlacedBlock,
  { mention, figure }: Earlier,
  next: Mention,
  other: Figure,
): Figure | undefined {
  const gap = next.span[0] - mention.span[1];
  if (gap < 3 || gap > 5 || !/^ (?:and|&) $/.test(tokens.text.slice(mention.span[1], next.span[0]))) return undefined;
  const person = next.form === 'name' && other.kind !== 'organization' && other !== figure;
  if (!person && !(next.opening === 'owned' && next.kind !== 'document' && next.kind !== 'organization')) return undefined;
  const pair = casting.pair(figure, other, tokens.text.slice(mention.span[0], next.span[1]));
  pair.mentions.push(mention.span[0] + offset, next.span[1] + offset);
  return pair;
}

function readBlock(casting: Casting, block: PlacedBlock, sources: Sources, b: number, firstSentence: number): BlockReadings {
  const { mentions, tokens, offset } = block;
  const readings: (Reading | null)[] = [];
  let before: Figure | undefined;
  let beforeEnd = -1;
  let named: Figure | undefined;
  let outer: Figure | undefined;
  let outerEnd = -1;
  const [first] = mentions;
  const pairs = new Map<number, Figure>();
  let previous: Earlier | undefined;
  if (!first) return { readings, pairs };
  const placed: Placed = { mention: first, sentence: 0, block: b, before, speaker: before, named, outer, sayer: before, source: false };
  for (let m = 0; m < mentions.length; m++) {
    const mention = mentions[m];
    if (!mention) continue;
    const relative = mention.pronoun?.use === 'relative';
    placed.mention = mention;
    placed.sentence = firstSentence + mention.sentence;
    placed.before = relative && isNextTo(tokens.text, beforeEnd, mention.span[0]) ? before : undefined;
    placed.named = mention.apposed ? named : undefined;
    placed.speaker = mention.quoted ? speakerAround(casting, block, sources, m) : undefined;
    placed.source = sources.isSource[m] === 1;
    placed.outer = mention.span[1] <= outerEnd ? outer : undefined;
    placed.sayer = mention.form === 'pronoun' && !mention.quoted ? sayerOf(sources, m, readings) : undefined;
    const reading = casting.read(placed);
    readings.push(reading);
    const { figure } = reading;
    if (figure && (reading.confidence >= 0.4 || mention.form !== 'pronoun')) {
      if (figure.mentions.length === 0 && mention.form === 'name') figure.placed = mention.setting !== null && mention.kind === null;
      takeRole(casting, figure, mention, tokens.text);
      figure.titled ||= mention.titled;
      figure.mentions.push(mention.span[0] + offset, mention.span[1] + offset);
      if (mention.form === 'name') named = figure;
      if (mention.span[1] > outerEnd) {
        outer = figure;
        outerEnd = mention.span[1];
      }
      if (mention.pronoun?.use === 'owner' && placed.outer) marry(placed.outer, figure, mention);
      if (mention.form === 'name' && isSaidToBe(tokens.text, mentions[m - 1], mention)) {
        const described = readings[m - 1]?.figure;
        if (described) casting.unite(described, figure);
      }
      casting.note(figure, mention, placed.sentence, b);
      const pair = previous && pairOf(casting, block, previous, mention, figure);
      if (pair && previous) {
        pairs.set(previous.m, pair);
        casting.salience.note(pair, mention, placed.sentence, b);
      }
      previous = mention.form === 'name' && figure.kind !== 'organization' ? { m, mention, figure } : undefined;
      if (sources.isSource[m]) figure.spoke = placed.sentence;
      if (mention.form !== 'pronoun' || mention.pronoun?.use !== 'owner') {
        before = figure;
        beforeEnd = mention.span[1];
      }
    } else {
      beforeEnd = -1;
      previous = undefined;
    }
  }
  return { readings, pairs };
}

/** "Her husband, Bob": whose husband he is. */
function marry(outer: Figure, owner: Figure, { gender }: Mention): void {
  if (outer.spouse || owner.spouse || outer === owner || outer.words.length === 0) return;
  const relation = gender === 'female' ? 'husband' : 'wife';
  if (!outer.called.includes(relation)) return;
  outer.spouse = owner;
  owner.spouse = outer;
}

/** "The boy with the candles is Theo." */
function isSaidToBe(text: string, before: Mention | undefined, name: Mention): boolean {
  if (before?.opening !== 'definite' || before.form === 'document' || before.number === 'plural' || name.titled) return false;
  const gap = name.span[0] - before.span[1];
  return (gap === 4 || gap === 5) && /^ (?:is|was) $/.test(text.slice(before.span[1], name.span[0]));
}

/** Whether only white space or a comma stands between the two places. */
function isNextTo(text: string, end: number, start: number): boolean {
  return end >= 0 && end <= start && start - end <= 2 && /^,?\s*$/.test(text.slice(end, start));
}

/** Who is said to say what a mention stands in, where that came before it: "Ruiz said [she] …". */
function sayerOf(sources: Sources, m: number, readings: readonly (Reading | null)[]): Figure | undefined {
  const head = sources.head[sources.within[m] ?? -1] ?? -1;
  return head >= 0 && head < m ? (readings[head]?.figure ?? undefined) : undefined;
}

/** The figure whose words a quoted mention stands in, if its name tells it at once. */
function speakerAround(casting: Casting, { mentions }: PlacedBlock, sources: Sources, m: number): Figure | undefined {
  const source = mentions[sources.head[sources.within[m] ?? -1] ?? -1];
  return source && casting.known(source);
}

function takeRole(casting: Casting, figure: Figure, mention: Mention, text: string): void {
  casting.cast.call(figure, mention.roleWords);
  if (mention.role && figure.role === null && mention.form === 'name') figure.role = text.slice(mention.role[0], mention.role[1]);
  if (mention.role && figure.role === null && mention.form === 'role' && figure.anonymity !== 'named')
    figure.role = text.slice(mention.role[0], mention.role[1]);
}

function draftOf(
  casting: Casting,
  { mentions, tokens, offset }: PlacedBlock,
  { source, cue }: BlockAttribution,
  sources: Sources,
  a: number,
  readings: readonly (Reading | null)[],
  pairs: ReadonlyMap<number, Figure>,
): Draft {
  if (!source || source.length === 0) return NOBODY;
  const m = sources.head[a] ?? -1;
  const mention = mentions[m];
  const reading = readings[m];
  const [span] = source;
  const words = span ? tokens.text.slice(span[0], span[1]) : '';
  if (!mention || !reading || (reading.figure === null && (mention.pronoun?.person !== 3 || mention.pronoun.use === 'relative')))
    return described(casting, words, span, offset);
  if (span && isOnlyPart(tokens.text, span, mention)) return described(casting, words, span, offset);
  const { figure } = reading;
  const best = figure && { figure, confidence: reading.confidence };
  const said = tokens.text.slice(mention.span[0], mention.span[1]);
  if (!best || best.confidence < FAINT) return { ...NOBODY, why: [{ code: 'speaker.unknown', words: said }] };
  if (isFullerDescription(mention, best.figure, words)) best.figure.name = words;
  const sure = best.confidence >= SURE;
  const pair = (sources.joint[a]?.length ?? 0) === 1 ? pairs.get(m) : undefined;
  if (pair) return { guesses: [{ figure: pair, confidence: 0.9 }], sure: true, why: [{ code: 'speaker.joint', words }] };
  const joint = (sources.joint[a] ?? []).flatMap((j): Guess[] => guessOf(readings[j])).filter(({ figure }) => figure !== best.figure);
  if (sure && joint.length > 0) {
    const together = [best, ...joint];
    return {
      guesses: together.map(({ figure, confidence }) => ({ figure, confidence: confidence / together.length })),
      sure,
      why: [{ code: 'speaker.joint', words }],
    };
  }
  // "Dawn reported": media report, people say.
  if (isBareName(best.figure) && isReporting(tokens.text, cue)) best.figure.kind = 'organization';
  const why: Reason[] = [{ code: `speaker.${reading.how}`, words: said, weight: best.confidence }];
  if (!sure) why.push({ code: 'speaker.ambiguous', words: said });
  const guesses = sure || reading.guesses.length === 0 ? [best] : reading.guesses.filter(({ confidence }) => confidence >= FAINT);
  return { guesses, sure, why };
}

/** Whether the source's words say more of an unnamed speaker than is known yet. */
function isFullerDescription(mention: Mention, { anonymity, mentions, name }: Figure, words: string): boolean {
  if (mention.form === 'name' || mention.form === 'pronoun' || anonymity === 'named' || words.length <= name.length || words.length > 120)
    return false;
  return mentions.length <= 2 || (mention.opening === 'indefinite' && mentions.length <= 12);
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

const guessOf = (reading: Reading | null | undefined): Guess[] =>
  reading?.figure ? [{ figure: reading.figure, confidence: reading.confidence }] : [];

const isBareName = ({ kind, words, gender, titled }: Figure): boolean => kind === null && words.length === 1 && gender === null && !titled;

const isReporting = (text: string, cue: readonly Span[]): boolean =>
  cue.some(([start, end]) => /^report(?:s|ed)$/i.test(text.slice(start, end)));

/** A source that no mention was found in: a speaker by its description alone; the same words are the same speaker. */
function described(casting: Casting, words: string, span: Span | undefined, offset: number): Draft {
  if (!span || words.trim() === '') return NOBODY;
  const name = casting.nameLike(words);
  if (name) {
    name.mentions.push(span[0] + offset, span[1] + offset);
    return { guesses: [{ figure: name, confidence: 0.85 }], sure: true, why: [{ code: 'speaker.surname', words }] };
  }
  const key = words.toLowerCase().replace(/^(?:the|a|an|this|that) /, '');
  const definite = !/^(?:a|an|another|one|some) /i.test(words);
  const known = definite ? casting.cast.called(key).at(-1) : undefined;
  const figure = known ?? casting.cast.add(blankFigure(words));
  if (!known) casting.cast.call(figure, [key]);
  figure.mentions.push(span[0] + offset, span[1] + offset);
  return { guesses: [{ figure, confidence: 0.7 }], sure: true, why: [{ code: 'speaker.description', words }] };
}

/** A figure that only a source's words tell of. The writer's own "I" and "we" hide nobody. */
function blankFigure(words: string): Figure {
  const base = { form: 'unnamed', gender: null, lean: null, words: [], text: words } as const;
  if (/^(?:i|me|myself)$/i.test(words)) return newFigure({ ...base, kind: 'person', number: 'singular', anonymity: 'role' });
  if (/^(?:we|us|ourselves)$/i.test(words)) return newFigure({ ...base, kind: 'group', number: 'plural', anonymity: 'role' });
  const many =
    /(?:[^s]s|people|men|women|children)$|\b(?:many|some|most|several|others|all|both|those|half|percent|per cent|majority|majorities|thirds?|quarters?|\d+%?)\b/i;
  return many.test(words)
    ? newFigure({ ...base, kind: 'group', number: 'plural', anonymity: 'collective' })
    : newFigure({ ...base, kind: 'anonymous', number: 'singular', anonymity: 'described' });
}

const PASSIVE = /^(?:(?:is|are|was|were|been|be|being|has been|had been|have been)\b.*|reportedly|allegedly|supposedly|purportedly)$/i;

/** Who speaks where the sentence names nobody: the voice of this paragraph, or of the one that goes on here. `first`: who speaks by name in this block. */
function withoutSource(
  { tokens, quotes }: PlacedBlock,
  { cue, kind, content }: BlockAttribution,
  first: Figure | undefined,
  voice: Figure | null,
): Draft {
  const words = cue.map(([start, end]) => tokens.text.slice(start, end)).join(' ');
  if (PASSIVE.test(words)) return { ...NOBODY, why: [{ code: 'speaker.nobody', words }] };
  if (kind === 'indirect') return NOBODY;
  const certain = (figure: Figure, confidence: number, code: string): Draft => ({
    guesses: [{ figure, confidence }],
    sure: true,
    why: [{ code, words: figure.name, weight: confidence }],
  });
  const [opening] = quotes;
  if (voice && opening?.continues && content.some((span) => overlaps(span, opening.span)))
    return certain(voice, 0.9, 'speaker.same-speech');
  if (first) return certain(first, 0.75, 'speaker.same-paragraph');
  return voice ? certain(voice, 0.65, 'speaker.same-speech') : NOBODY;
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
function isKept(figure: Figure): boolean {
  if (figure.mentions.length === 0) return false;
  if (figure.speaks) return true;
  if (figure.words.length > 0) {
    if (figure.kind === 'person' || figure.kind === 'organization') return true;
    return figure.kind === null && !figure.placed && figure.words.length > 1 && figure.words.length < 5;
  }
  return figure.kind === 'person' && figure.anonymity === 'role' && figure.mentions.length > 2;
}

/** The mentions of a figure in order, each once. */
export function spansOf({ mentions }: Figure): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < mentions.length; i += 2) spans.push([mentions[i] ?? 0, mentions[i + 1] ?? 0]);
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return spans.filter(([start, end], i) => spans[i - 1]?.[0] !== start || spans[i - 1]?.[1] !== end);
}

function entityOf(figure: Figure, id: string): Entity {
  const mentions = spansOf(figure);
  const kind = figure.kind ?? (figure.words.length > 0 ? (figure.placed ? 'organization' : 'person') : 'anonymous');
  return { id, name: figure.name, kind, role: figure.role, gender: figure.gender, anonymity: figure.anonymity, mentions };
}

function choiceOf({ guesses, sure, why }: Draft, ids: ReadonlyMap<Figure, string>): SpeakerChoice {
  const candidates = guesses.map(({ figure, confidence }) => ({ speaker: ids.get(trueFigure(figure)) ?? '', confidence }));
  return { speaker: sure ? (candidates[0]?.speaker ?? null) : null, candidates, why };
}
