import type { Casting, Placed, Reading } from './casting';
import type { Figure } from './figures';
import type { Line } from './lines';
import type { Mention } from './mentions';
import { placeOfMention, placeOfPair, type Script } from './script';

/** Whom each mention of a block means, and which mentions open a pair ("Ana and Luis Ruiz"). */
export interface BlockReadings {
  readonly readings: readonly Reading[];
  readonly pairs: ReadonlyMap<number, Figure>;
}

const NO_READINGS: BlockReadings = { readings: [], pairs: new Map() };

/** Reads the mentions of a block in order. `b`: its index in the chapter; `firstSentence`: how many sentences the chapter has before it. */
export function readBlock(casting: Casting, script: Script, b: number, firstSentence: number): BlockReadings {
  const { lines } = script;
  const [first] = lines;
  if (!first) return NO_READINGS;
  const readings: Reading[] = [];
  let pairs: Map<number, Figure> | undefined;
  /** The latest mention that a relative pronoun may go back to. */
  let before: Figure | undefined;
  let beforeAt = -1;
  /** The latest name. */
  let named: Figure | undefined;
  /** The mention that reaches farthest. */
  let outer: Figure | undefined;
  let outerAt = -1;
  /** Who was named by the mention just before. */
  let previous: Figure | undefined;
  const placed: Placed = {
    mention: first.mention,
    sentence: 0,
    block: b,
    before,
    speaker: null,
    named,
    outer,
    sayer: before,
    source: false,
  };
  for (let m = 0; m < lines.length; m++) {
    const line = lines[m];
    if (!line) continue;
    const { mention, inside } = line;
    const isInside = inside.length > 0 && inside.includes(outerAt);
    placed.mention = mention;
    placed.sentence = firstSentence + mention.sentence;
    placed.before = line.behind.length > 0 && line.behind.includes(beforeAt) ? before : undefined;
    placed.named = mention.apposed ? named : undefined;
    placed.speaker = line.speaker;
    placed.source = line.source;
    placed.outer = isInside ? outer : undefined;
    placed.sayer = line.sayer < 0 ? undefined : (readings[line.sayer]?.figure ?? undefined);
    const reading = casting.read(placed);
    readings.push(reading);
    const { figure } = reading;
    if (!figure || (reading.confidence < 0.4 && mention.form === 'pronoun')) {
      beforeAt = -1;
      previous = undefined;
      continue;
    }
    if (figure.times === 0 && mention.form === 'name') figure.placed = mention.setting !== null && mention.kind === null;
    takeRole(casting, figure, line);
    figure.titled ||= mention.titled;
    casting.places.add(figure, b, placeOfMention(m));
    if (mention.form === 'name') named = figure;
    if (!isInside) {
      outer = figure;
      outerAt = m;
    }
    if (mention.pronoun?.use === 'owner' && placed.outer) marry(placed.outer, figure, mention);
    const described = line.told ? readings[m - 1]?.figure : null;
    if (described) casting.unite(described, figure);
    casting.note(figure, mention, placed.sentence, b);
    if (line.joined !== null && previous && isPair(previous, mention, figure)) {
      const pair = casting.pairs.join(previous, figure, line.joined);
      casting.places.add(pair, b, placeOfPair(script, m - 1));
      pairs ??= new Map();
      pairs.set(m - 1, pair);
      casting.salience.note(pair, mention, placed.sentence, b);
    }
    previous = mention.form === 'name' && figure.kind !== 'organization' ? figure : undefined;
    if (line.source) figure.spoke = placed.sentence;
    if (mention.form !== 'pronoun' || mention.pronoun?.use !== 'owner') {
      before = figure;
      beforeAt = m;
    }
  }
  return { readings, pairs: pairs ?? NO_READINGS.pairs };
}

/** Whether a name and what "and" joins to it make a pair: "Ana and Luis Ruiz", "Dr Ruiz and her colleagues". */
function isPair(figure: Figure, next: Mention, other: Figure): boolean {
  if (next.form === 'name' && other.kind !== 'organization' && other !== figure) return true;
  return next.opening === 'owned' && next.kind !== 'document' && next.kind !== 'organization';
}

/** "Her husband, Bob": whose husband he is. */
function marry(outer: Figure, owner: Figure, { gender }: Mention): void {
  if (outer.spouse || owner.spouse || outer === owner || outer.words.length === 0) return;
  const relation = gender === 'female' ? 'husband' : 'wife';
  if (!outer.called.includes(relation)) return;
  outer.spouse = owner;
  owner.spouse = outer;
}

function takeRole({ cast }: Casting, figure: Figure, { mention, office }: Line): void {
  cast.call(figure, mention.roleWords);
  if (office === null || figure.role !== null) return;
  if (mention.form === 'name' || (mention.form === 'role' && figure.anonymity !== 'named')) figure.role = office;
}
