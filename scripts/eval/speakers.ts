import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyse } from '../../server/src/article';
import type { Mention } from '../../server/src/attribution/mentions';
import { isKept } from '../../server/src/attribution/profile';
import { groupMentions, type PlacedBlock } from '../../server/src/attribution/speakers';
import type { Span } from '../../server/src/text/span';

/** Speakers measured against the coreference of GUM. All figures 0…1. */
export interface SpeakerScores {
  readonly documents: number;
  /** Mentions of persons: in the corpus, found, and both. */
  readonly mentions: { readonly gold: number; readonly found: number; readonly aligned: number };
  /** B³ over the aligned mentions of persons: how well what was found is grouped. */
  readonly grouped: Score;
  /** B³ with every mention counted, as the CoNLL scorer does: a missed one lowers recall, one too many precision. */
  readonly strict: Score;
  /** Subjects of saying verbs that are pronouns or names of one word: how many, and how many have their person right. */
  readonly sources: { readonly all: number; readonly right: number; readonly pronouns: Share; readonly surnames: Share };
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

interface Share {
  readonly all: number;
  readonly right: number;
}

interface GoldToken {
  readonly span: Span;
  readonly form: string;
  readonly lemma: string;
  readonly tag: string;
  readonly head: number;
  readonly relation: string;
}

interface GoldMention {
  readonly cluster: string;
  readonly span: Span;
  /** The spans of the words of its head ("minspan"). */
  readonly heads: readonly Span[];
}

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly (readonly GoldToken[])[];
  readonly persons: readonly GoldMention[];
  /** All mentions, of whatever kind. */
  readonly mentions: readonly GoldMention[];
}

/**
 * Measures speakers on documents of GUM whose name starts with one of `genres`.
 *
 * Text is put together again from the tokens, paragraphs apart by blank lines, and read by `analyse` as any article.
 * Gold mentions are those whose entity is of the type *person*, singletons included. A found mention and a gold one are the same where a word of the gold
 * head ("minspan") lies in the found head (the name without its title, the noun of a description, the pronoun); where several could be, the one
 * whose extent differs least, each used once.
 *
 * Relative pronouns are no mentions in GUM and are left out.
 *
 * *grouped* is B³ over the mentions that both have. *strict* counts all of them: gold mentions that were missed have recall 0, and found
 * mentions of people (persons, groups, unnamed sources) that no gold person matches have precision 0.
 *
 * A *source* is the subject (`nsubj`) of a verb of saying whose gold entity is a person, where it is a pronoun of the third person (*who* is left out) or a name of one word
 * (with a title or without, not joined to another by "and").
 * It is right where the last mention before it (or, there being none, the first after it) of the same found speaker that is no pronoun and was aligned
 * belongs to the same gold entity, or where gold has no other mention to find and none was given.
 */
export function measureSpeakers(corpora: string, genres: readonly string[] = ['GUM_news', 'GUM_interview']): SpeakerScores {
  return sumUp(readDocuments(corpora, genres).map((document) => measureDocument(document)));
}

const SAYING = new Set(
  'say tell add claim report note write announce argue insist explain admit acknowledge allege confirm state suggest predict conclude declare complain concede assert warn reply respond answer stress emphasize recall remark observe tweet testify vow caution comment reveal ask believe think hope fear feel describe call deny reject urge'.split(
    ' ',
  ),
);

interface Tally {
  gold: number;
  found: number;
  aligned: number;
  groupedPrecision: number;
  groupedRecall: number;
  strictPrecision: number;
  strictRecall: number;
  pronouns: { all: number; right: number };
  surnames: { all: number; right: number };
}

interface FoundMention {
  readonly span: Span;
  readonly head: Span;
  readonly figure: number;
  readonly pronoun: boolean;
  /** Of a figure that is a person, people, or unnamed. */
  readonly people: boolean;
}

function measureDocument(document: GoldDocument): Tally {
  const found = findMentionsOf(document.text);
  const aligned = align(found, document.persons);
  const tally: Tally = {
    gold: document.persons.length,
    found: found.filter((mention, m) => mention.people || aligned[m] !== undefined).length,
    aligned: aligned.filter((gold) => gold !== undefined).length,
    ...bCubed(found, aligned, document.persons),
    pronouns: { all: 0, right: 0 },
    surnames: { all: 0, right: 0 },
  };
  for (const { token, gold } of spokenSubjects(document)) {
    const share = /^(?:he|she|they)$/i.test(token.form) ? tally.pronouns : tally.surnames;
    share.all++;
    if (isRight(token, gold, document, found)) share.right++;
  }
  return tally;
}

/** Whether the found speaker of a source is the person that gold says. */
function isRight(token: GoldToken, gold: GoldMention, document: GoldDocument, found: readonly FoundMention[]): boolean {
  const holds = ([start, end]: Span): boolean => start <= token.span[0] && token.span[1] <= end;
  const source = found.find(({ head }) => holds(head)) ?? found.find(({ span }) => holds(span));
  if (!source) return false;
  const all = align(found, document.mentions);
  const others = found
    .map((mention, m) => ({ mention, gold: all[m] }))
    .filter(({ mention, gold: g }) => mention.figure === source.figure && mention !== source && !mention.pronoun && g !== undefined);
  const before = others.filter(({ mention }) => mention.span[0] < source.span[0]);
  const witness = before.at(-1) ?? others.find(({ mention }) => mention.span[0] > source.span[0]);
  if (witness) return witness.gold?.cluster === gold.cluster;
  // "Malaysia’s Prime Minister, Ana Ruiz, said": the source brings its name along.
  if (!source.pronoun && !holds(source.head)) return all[found.indexOf(source)]?.cluster === gold.cluster;
  // Found alone: right only where gold has nothing else to point to.
  return !document.mentions.some(
    (other) => other !== gold && other.cluster === gold.cluster && !isPronoun(document.text.slice(...other.span)),
  );
}

const isPronoun = (text: string): boolean =>
  /^(?:he|she|they|it|him|her|them|his|hers|their|its|who|i|we|you|me|us|my|our|your)$/i.test(text);

function spokenSubjects({ sentences, persons }: GoldDocument): { token: GoldToken; gold: GoldMention }[] {
  const subjects: { token: GoldToken; gold: GoldMention }[] = [];
  for (const sentence of sentences) {
    for (const [t, token] of sentence.entries()) {
      const verb = sentence[token.head - 1];
      if (token.relation !== 'nsubj' || !verb || !SAYING.has(verb.lemma.toLowerCase()) || !verb.tag.startsWith('V')) continue;
      const pronoun = /^(?:he|she|they)$/i.test(token.form);
      const gold = persons
        .filter(({ heads }) => heads.some(([start]) => start === token.span[0]))
        .sort((a, b) => length(b.span) - length(a.span))[0];
      if (!gold) continue;
      const parts = sentence.some((other, o) => o !== t && other.head === t + 1 && /^(?:flat|compound|conj)/.test(other.relation));
      if (pronoun || (token.tag.startsWith('NNP') && !parts)) subjects.push({ token, gold });
    }
  }
  return subjects;
}

function findMentionsOf(text: string): FoundMention[] {
  const article = analyse(text);
  const blocks: PlacedBlock[] = article.blocks.map(({ span, analysis }) => ({ ...analysis, offset: span[0] }));
  const owners = new Map<string, { figure: number; people: boolean }>();
  for (const [f, { profile, mentions }] of groupMentions(blocks).entries()) {
    const { kind } = profile;
    const people = kind === 'person' || kind === 'anonymous' || kind === 'group' || (kind === null && isKept(profile));
    for (const [start, end] of mentions) owners.set(`${start} ${end}`, { figure: f, people });
  }
  return blocks.flatMap(({ mentions, offset, tokens }) =>
    mentions.flatMap((mention): FoundMention[] => {
      if (mention.pronoun?.use === 'relative') return [];
      const span: Span = [mention.span[0] + offset, mention.span[1] + offset];
      const owner = owners.get(`${span[0]} ${span[1]}`);
      const head = headOf(mention, tokens.text);
      return owner ? [{ span, head: [head[0] + offset, head[1] + offset], pronoun: mention.form === 'pronoun', ...owner }] : [];
    }),
  );
}

function headOf({ name, span, words }: Mention, text: string): Span {
  if (name) return name;
  const noun = words[0] ?? '';
  const at = text.toLowerCase().indexOf(noun, span[0]);
  return at < 0 || at >= span[1] ? span : [at, at + noun.length];
}

/** For each found mention the gold one that it is, or undefined. */
function align(found: readonly FoundMention[], gold: readonly GoldMention[]): (GoldMention | undefined)[] {
  const pairs: { m: number; g: GoldMention; cost: number }[] = [];
  for (const [m, { head, span }] of found.entries()) {
    for (const g of gold) {
      if (g.span[0] >= span[1] || g.span[1] <= span[0]) continue;
      if (!g.heads.some(([start, end]) => start < head[1] && head[0] < end)) continue;
      pairs.push({ m, g, cost: Math.abs(g.span[0] - span[0]) + Math.abs(g.span[1] - span[1]) });
    }
  }
  pairs.sort((a, b) => a.cost - b.cost);
  const result: (GoldMention | undefined)[] = found.map(() => undefined);
  const taken = new Set<GoldMention>();
  for (const { m, g } of pairs) {
    if (result[m] || taken.has(g)) continue;
    result[m] = g;
    taken.add(g);
  }
  return result;
}

function bCubed(found: readonly FoundMention[], aligned: readonly (GoldMention | undefined)[], persons: readonly GoldMention[]) {
  let groupedPrecision = 0;
  let groupedRecall = 0;
  let strictPrecision = 0;
  let strictRecall = 0;
  const count = <T>(items: readonly T[], test: (item: T) => boolean): number => items.reduce((sum, item) => sum + (test(item) ? 1 : 0), 0);
  const pairs = found.map((mention, m) => ({ mention, gold: aligned[m] }));
  const both = pairs.filter(({ gold }) => gold !== undefined);
  for (const { mention, gold } of both) {
    const shared = count(both, (other) => other.mention.figure === mention.figure && other.gold?.cluster === gold?.cluster);
    groupedPrecision += shared / count(both, (other) => other.mention.figure === mention.figure);
    groupedRecall += shared / count(both, (other) => other.gold?.cluster === gold?.cluster);
    strictPrecision += shared / count(pairs, (other) => other.mention.figure === mention.figure);
    strictRecall += shared / count(persons, (other) => other.cluster === gold?.cluster);
  }
  return { groupedPrecision, groupedRecall, strictPrecision, strictRecall };
}

function sumUp(tallies: readonly Tally[]): SpeakerScores {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const gold = sum((t) => t.gold);
  const found = sum((t) => t.found);
  const aligned = sum((t) => t.aligned);
  const pronouns = { all: sum((t) => t.pronouns.all), right: sum((t) => t.pronouns.right) };
  const surnames = { all: sum((t) => t.surnames.all), right: sum((t) => t.surnames.right) };
  return {
    documents: tallies.length,
    mentions: { gold, found, aligned },
    grouped: score(sum((t) => t.groupedPrecision) / aligned, sum((t) => t.groupedRecall) / aligned),
    strict: score(sum((t) => t.strictPrecision) / found, sum((t) => t.strictRecall) / gold),
    sources: { all: pronouns.all + surnames.all, right: pronouns.right + surnames.right, pronouns, surnames },
  };
}

const score = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: (2 * precision * recall) / (precision + recall || 1),
});
const length = ([start, end]: Span): number => end - start;

/** The documents of GUM whose name starts with one of `genres`. */
export function readDocuments(corpora: string, genres: readonly string[]): GoldDocument[] {
  const lines = gunzipSync(readFileSync(join(corpora, 'gum', 'all-genres.conllu.gz')))
    .toString('utf8')
    .split('\n');
  const documents: GoldDocument[] = [];
  let builder: DocumentBuilder | null = null;
  for (const line of lines) {
    if (line.startsWith('# newdoc id = ')) {
      if (builder) documents.push(builder.build());
      const id = line.slice(14).trim();
      builder = genres.some((genre) => id.startsWith(genre)) ? new DocumentBuilder(id) : null;
    }
    builder?.read(line);
  }
  if (builder) documents.push(builder.build());
  return documents;
}

class DocumentBuilder {
  text = '';
  readonly #sentences: GoldToken[][] = [];
  #sentence: GoldToken[] = [];
  readonly #open: { id: string; type: string; minspan: string; tokens: Span[] }[] = [];
  readonly #mentions: (GoldMention & { readonly type: string })[] = [];
  #break = '';
  #covered = 0;

  constructor(readonly id: string) {}

  read(line: string): void {
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_block')) this.#break = this.text ? '\n\n' : '';
    if (line === '' && this.#sentence.length > 0) {
      this.#sentences.push(this.#sentence);
      this.#sentence = [];
    }
    if (line === '' || line.startsWith('#')) return;
    const [index = '', form = '', lemma = '', , tag = '', , head = '', relation = '', , misc = ''] = line.split('\t');
    if (index.includes('.')) return;
    const range = /^(\d+)-(\d+)$/.exec(index);
    if (range) {
      // A word of several tokens ("don't") is written once; its tokens share its letters.
      this.#covered = Number(range[2]);
      this.#write(form, misc);
      this.#wholeEnd = this.text.trimEnd().length;
      this.#wholeAt = this.#wholeEnd - form.length;
      return;
    }
    const inWhole = Number(index) <= this.#covered;
    let span: Span;
    if (inWhole) {
      span = [this.#wholeAt, Math.min(this.#wholeEnd, this.#wholeAt + form.length)];
      this.#wholeAt = span[1];
    } else {
      this.#write(form, misc);
      const end = this.text.trimEnd().length;
      span = [end - form.length, end];
    }
    this.#sentence.push({ span, form, lemma, tag, head: Number(head), relation });
    this.#entities(misc, span);
    if (Number(index) === this.#covered) this.#covered = 0;
  }

  #wholeAt = 0;
  #wholeEnd = 0;

  #write(form: string, misc: string): void {
    if (this.#break) {
      this.text = this.text.trimEnd() + this.#break;
      this.#break = '';
    }
    this.text += form + (/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc) ? '' : ' ');
  }

  #entities(misc: string, span: Span): void {
    const field = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    const marks = [...field.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)];
    for (const [, opened] of marks) {
      if (opened === undefined) continue;
      const [id = '', type = '', , , , minspan = ''] = opened.split('-');
      this.#open.push({ id, type, minspan, tokens: [] });
    }
    for (const mention of this.#open) mention.tokens.push(span);
    for (const [, opened, closedHere, closed] of marks) {
      const id = closed ?? (closedHere ? opened?.split('-')[0] : undefined);
      if (id === undefined) continue;
      const at = this.#open.findLastIndex((mention) => mention.id === id);
      const [mention] = at < 0 ? [] : this.#open.splice(at, 1);
      const [first, last] = [mention?.tokens[0], mention?.tokens.at(-1)];
      if (!mention || !first || !last) continue;
      const heads = mention.minspan.split(',').flatMap((n) => mention.tokens.slice(Number(n) - 1, Number(n)));
      this.#mentions.push({
        cluster: mention.id.replace(/\[.*$/, ''),
        type: mention.type,
        span: [first[0], last[1]],
        heads: heads.length > 0 ? heads : [first],
      });
    }
  }

  build(): GoldDocument {
    if (this.#sentence.length > 0) this.#sentences.push(this.#sentence);
    const mentions = this.#mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
    return {
      id: this.id,
      text: this.text.trimEnd(),
      sentences: this.#sentences,
      mentions,
      persons: mentions.filter(({ type }) => type === 'person'),
    };
  }
}
