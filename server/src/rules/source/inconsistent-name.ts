import type { Article } from '../../article';
import { remembered, rememberedText } from '../../text/remembered';
import { lookFor } from '../by-block';
import { type Name, namesIn, placed, type Reference } from '../people';
import type { Finding, Fix, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'source/inconsistent-name',
  title: 'A name spelled in two ways',
  why: 'One of two spellings is wrong, and the person named will notice first. Check it, and write it the same way throughout.',
  sources: [{ guide: 'Reuters Handbook of Journalism', says: 'Check the spelling of every name and keep to it through the story.' }],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke.\n\nThe mayor met Ida Breke on Monday.\n',
      'Derby lost\n\nLucas Brandão turned inside and shot low past Tom Hext, said the manager.\n\nThe manager, Paul Renwick, said that Brandao would play on Saturday.\n',
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Steven Carlyon.\n\nThe mayor met Stephen Carlyon on Monday.\n',
    ],
    good: [
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke.\n\nThe mayor met Brekke on Monday.\n',
      'Ferry to be sold\n\n“She is too old,” said Anna Marlowe. Her brother, Adam Marlowe, agreed. Mr Marsh and Mrs March said nothing.\n',
      'Ferry to be sold\n\n“She is too old,” said Boris Petrov. His wife, Irina Petrova, agreed.\n',
    ],
  },
};

/** Reports the rarer spelling of a name that is spelled in two ways, at each place outside quotes that has it. */
export const sourceInconsistentName: Rule = {
  facts,
  check: (article) =>
    slips(article).map(
      ({ reference, usual, name }): Finding => ({
        code: facts.code,
        severity: facts.severity,
        span: reference.name,
        message: `This is spelled “${name}” elsewhere. Check the name, and write it one way.`,
        related: [{ span: usual.name, message: 'The other spelling' }],
      }),
    ),
  fixes(article, { span }): Fix[] {
    const found = slips(article);
    const here = found.find(({ reference }) => reference.name[0] === span[0]);
    if (!here) return [];
    const wrong = here.reference.words.join(' ');
    const edits = found.flatMap(({ reference, name }) =>
      reference.words.join(' ') === wrong ? [{ span: reference.name, text: name }] : [],
    );
    return [{ title: `Write “${here.name}” throughout`, edits, preferred: true, safe: false }];
  },
};

interface Slip {
  readonly reference: Reference;
  /** A place that has the usual spelling. */
  readonly usual: Reference;
  /** What the reference would read in the usual spelling. */
  readonly name: string;
}

/** How many people of one given name or one surname are compared with each other. */
const NAMESAKES = 12;

/** A name as a block spells it. */
interface Spelled {
  readonly name: Name;
  /** Its words in one. */
  readonly key: string;
}

const spelledIn = lookFor((block): readonly Spelled[] =>
  block.kind === 'byline'
    ? []
    : namesIn(block).flatMap((name) => (name.quoted || name.doubtful ? [] : [{ name, key: name.words.join(' ') }])),
);

/** A spelling of a name over the whole article. */
interface Spelling extends Spelled {
  /** Where it stands first. */
  readonly block: number;
  count: number;
}

/** A spelling that is most likely wrong, and the one that is most likely meant. */
interface Mistake {
  readonly wrong: Spelling;
  readonly right: Spelling;
}

const slips = remembered((article: Article): readonly Slip[] => {
  const spellings = spellingsOf(article);
  const full = spellings.filter(({ name }) => name.words.length === 2);
  const misspelt = mistakesIn(full);
  const wrong = new Set(misspelt.map((mistake) => mistake.wrong));
  const mistakes = [...misspelt, ...wrongSurnames(spellings, full, wrong)];
  if (mistakes.length === 0) return [];
  const places = placesOf(article, new Set(mistakes.map((mistake) => mistake.wrong.key)));
  return mistakes
    .flatMap(({ wrong, right }): Slip[] => {
      const usual = placed(article, right.block, right.name);
      const written = article.text.slice(...usual.name);
      const name = wrong.name.words.length === 1 ? (written.split(/\s+/).at(-1) ?? '') : written;
      return (places.get(wrong.key) ?? []).map((reference) => ({ reference, usual, name }));
    })
    .sort((a, b) => a.reference.name[0] - b.reference.name[0]);
});

/** The spellings of an article in order of their first places. */
function spellingsOf(article: Article): Spelling[] {
  const { blocks, found } = spelledIn(article);
  const spellings = new Map<string, Spelling>();
  for (let i = 0; i < blocks.length; i++) {
    for (const { name, key } of found[i] ?? []) {
      const known = spellings.get(key);
      if (known) known.count++;
      else spellings.set(key, { name, key, block: blocks[i] ?? 0, count: 1 });
    }
  }
  return [...spellings.values()];
}

/** Full names that are slips of others: the rarer of two, the later of two that are as frequent. */
function mistakesIn(full: readonly Spelling[]): Mistake[] {
  const found: Mistake[] = [];
  const seen = new Set<Spelling>();
  const byWord = [new Map<string, Spelling[]>(), new Map<string, Spelling[]>()];
  for (const spelling of full) {
    for (const [i, alikeBy] of byWord.entries()) {
      const word = wordOf(spelling, i);
      const alike = alikeBy.get(word);
      for (const other of alike ?? []) {
        if (seen.has(spelling) || !isSlip(wordOf(spelling, 1 - i), wordOf(other, 1 - i), i === 1)) continue;
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

const wordOf = ({ name }: Spelling, i: number): string => name.words[i] ?? '';

/** Bare surnames that nobody in the article has, and that somebody nearly has. */
function wrongSurnames(spellings: readonly Spelling[], full: readonly Spelling[], wrong: ReadonlySet<Spelling>): Mistake[] {
  const others = new Set<string>();
  for (const { name } of spellings) if (name.words.length > 1) for (const word of name.words) others.add(word);
  const bareOnes = spellings.filter((spelling) => spelling.name.words.length === 1 && !others.has(wordOf(spelling, 0)));
  const byShape = new Map<string, string[]>();
  for (const spelling of bareOnes) for (const shape of shapesOf(wordOf(spelling, 0))) byShape.set(shape, []);
  const surnames = new Map<string, Spelling>();
  for (const spelling of full) {
    const surname = wordOf(spelling, 1);
    if (wrong.has(spelling)) continue;
    const isNew = !surnames.has(surname);
    surnames.set(surname, spelling);
    if (!isNew) continue;
    for (const shape of shapesOf(surname)) {
      const alike = byShape.get(shape);
      if (alike && alike.length < NAMESAKES) alike.push(surname);
    }
  }
  return bareOnes.flatMap((spelling) => {
    const word = wordOf(spelling, 0);
    const near = shapesOf(word)
      .flatMap((shape) => byShape.get(shape) ?? [])
      .find((surname) => isSlip(word, surname, false));
    const right = near === undefined ? undefined : surnames.get(near);
    return right ? [{ wrong: spelling, right }] : [];
  });
}

/** All places of some spellings. */
function placesOf(article: Article, keys: ReadonlySet<string>): ReadonlyMap<string, readonly Reference[]> {
  const places = new Map([...keys].map((key): [string, Reference[]] => [key, []]));
  const { blocks, found } = spelledIn(article);
  for (let i = 0; i < blocks.length; i++)
    for (const { name, key } of found[i] ?? []) places.get(key)?.push(placed(article, blocks[i] ?? 0, name));
  return places;
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
