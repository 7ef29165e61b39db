import type { Casting, Placed, Reading } from './casting';
import type { Figure } from './figures';
import type { Mention } from './mentions';
import type { Sources } from './sources';
import type { PlacedBlock } from './speakers';

/** Whom each mention of a block means, and which mentions open a pair ("Ana and Luis Ruiz"). */
export interface BlockReadings {
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
  const pair = casting.pairs.join(figure, other, tokens.text.slice(mention.span[0], next.span[1]));
  pair.mentions.push(mention.span[0] + offset, next.span[1] + offset);
  return pair;
}

export function readBlock(casting: Casting, block: PlacedBlock, sources: Sources, b: number, firstSentence: number): BlockReadings {
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
