import { remembered, rememberedText } from '../../text/remembered';

/** Where a name stands among names that come in lists. */
export interface Standing {
  /** Its list, and its place in that. */
  readonly list: number;
  readonly name: number;
}

/** A spelling that is most likely wrong, everywhere that it stands, and where the one that is most likely meant stands first. */
export interface Misspelling {
  readonly wrong: readonly Standing[];
  readonly right: Standing;
}

/** How many people of one given name or one surname are compared with each other. */
const NAMESAKES = 12;

/** Names of an article, in lower case, that are slips of others: full names first, then bare surnames, in the order of their first places. */
export const misspellings = remembered((lists: readonly (readonly string[])[]): readonly Misspelling[] => {
  const spellings = spellingsOf(lists);
  const full = spellings.filter(({ words }) => words.length === 2);
  const names = wrongNames(full);
  const mistakes = [...names, ...wrongSurnames(spellings, full, new Set(names.map(({ wrong }) => wrong)))];
  if (mistakes.length === 0) return [];
  const places = new Map(mistakes.map(({ wrong }): [string, Standing[]] => [wrong.key, []]));
  for (const [list, keys] of lists.entries()) for (const [name, key] of keys.entries()) places.get(key)?.push({ list, name });
  return mistakes.map(({ wrong, right }) => ({ wrong: places.get(wrong.key) ?? [], right: right.first }));
});

/** A spelling of a name over the whole article. */
interface Spelling {
  readonly key: string;
  readonly words: readonly string[];
  readonly first: Standing;
  count: number;
}

interface Mistake {
  readonly wrong: Spelling;
  readonly right: Spelling;
}

/** The spellings in order of their first places. */
function spellingsOf(lists: readonly (readonly string[])[]): readonly Spelling[] {
  const spellings = new Map<string, Spelling>();
  for (let list = 0; list < lists.length; list++) {
    const keys = lists[list] ?? [];
    for (let name = 0; name < keys.length; name++) {
      const key = keys[name] ?? '';
      const known = spellings.get(key);
      if (known) known.count++;
      else spellings.set(key, { key, words: key.split(' '), first: { list, name }, count: 1 });
    }
  }
  return [...spellings.values()];
}

/** Full names that are slips of others: the rarer of two, the later of two that are as frequent. */
function wrongNames(full: readonly Spelling[]): Mistake[] {
  const found: Mistake[] = [];
  const seen = new Set<Spelling>();
  const byWord = [new Map<string, Spelling[]>(), new Map<string, Spelling[]>()];
  for (const spelling of full) {
    for (const [i, alikeBy] of byWord.entries()) {
      const word = spelling.words[i] ?? '';
      const alike = alikeBy.get(word);
      for (const other of alike ?? []) {
        if (seen.has(spelling) || !isSlip(spelling.words[1 - i] ?? '', other.words[1 - i] ?? '', i === 1)) continue;
        const [wrong, right] = spelling.count <= other.count ? [spelling, other] : [other, spelling];
        seen.add(wrong);
        found.push({ wrong, right });
      }
      if (!alike) alikeBy.set(word, [spelling]);
      else if (alike.length < NAMESAKES) alike.push(spelling);
    }
  }
  return found;
}

/** Bare surnames that nobody in the article has, and that somebody nearly has. */
function wrongSurnames(spellings: readonly Spelling[], full: readonly Spelling[], wrong: ReadonlySet<Spelling>): Mistake[] {
  const others = new Set<string>();
  for (const { words } of spellings) if (words.length > 1) for (const word of words) others.add(word);
  const bareOnes = spellings.filter(({ words, key }) => words.length === 1 && !others.has(key));
  const byShape = new Map<string, string[]>();
  for (const { key } of bareOnes) for (const shape of shapesOf(key)) byShape.set(shape, []);
  const surnames = new Map<string, Spelling>();
  for (const spelling of full) {
    if (wrong.has(spelling)) continue;
    const surname = spelling.words[1] ?? '';
    const isNew = !surnames.has(surname);
    surnames.set(surname, spelling);
    if (!isNew) continue;
    for (const shape of shapesOf(surname)) {
      const alike = byShape.get(shape);
      if (alike && alike.length < NAMESAKES) alike.push(surname);
    }
  }
  return bareOnes.flatMap((spelling) => {
    const near = shapesOf(spelling.key)
      .flatMap((shape) => byShape.get(shape) ?? [])
      .find((surname) => isSlip(spelling.key, surname, false));
    const right = near === undefined ? undefined : surnames.get(near);
    return right ? [{ wrong: spelling, right }] : [];
  });
}

/** Shortest names whose spellings may differ by a slip; shorter ones are mostly two names. */
const SHORTEST = 5;

/** "Brekke" and "Breke": one letter more, less or other, two changed places, or only accents; not the endings that belong to other people ("Petrov", "Petrova"). */
function isSlip(a: string, b: string, given: boolean): boolean {
  if (a === b || a === '' || b === '') return false;
  if (bare(a) === bare(b)) return true;
  if (Math.min(a.length, b.length) < SHORTEST) return false;
  if (given) return GIVEN.some((forms) => forms.includes(a) && forms.includes(b));
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short) || a.at(0) !== b.at(0)) return false;
  return isOneApart(bare(short), bare(long));
}

/** Given names that sound alike; others that differ by a letter are often two people of a family. */
const GIVEN: readonly (readonly string[])[] = [
  ['steven', 'stephen', 'stephan'],
  ['katherine', 'catherine', 'kathryn', 'catharine'],
  ['jeffrey', 'geoffrey', 'jeffery'],
  ['nicholas', 'nicolas'],
  ['michelle', 'michele'],
  ['phillip', 'philip'],
  ['sarah', 'sara'],
  ['mohammed', 'mohamed', 'muhammad', 'mohammad', 'muhammed'],
  ['matthew', 'mathew'],
  ['elisabeth', 'elizabeth'],
  ['theresa', 'teresa'],
  ['allison', 'alison'],
];

const bare = rememberedText(
  (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('’', "'"),
  20_000,
);

function isOneApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (long.length > short.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

/** A word as a slip leaves part of it: two that are a slip apart share their first or their last half. */
const shapesOf = rememberedText((word): readonly string[] => {
  const letters = bare(word);
  const half = Math.floor((letters.length - 1) / 2);
  return [`^${letters.slice(0, half)}`, `${letters.slice(-half)}$`, `^${letters.slice(0, Math.max(1, half - 1))}`];
}, 20_000);
