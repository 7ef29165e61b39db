import type { Article } from '../../article';
import { remembered, rememberedText } from '../../text/remembered';
import { namesOf, type Reference } from '../people';
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
    const wrong = here.reference.key;
    const edits = found.flatMap(({ reference, name }) => (reference.key === wrong ? [{ span: reference.name, text: name }] : []));
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

const slips = remembered((article: Article): readonly Slip[] => {
  const { text } = article;
  const places = new Map<string, Reference[]>();
  for (const reference of namesOf(article)) {
    if (reference.quoted || reference.doubtful || article.blocks[reference.block]?.kind === 'byline') continue;
    const known = places.get(reference.key);
    if (known) known.push(reference);
    else places.set(reference.key, [reference]);
  }
  const full = [...places.values()].flatMap((references) => (references[0]?.words.length === 2 ? [references] : []));
  const found: Slip[] = [];
  const slip = (wrong: readonly Reference[], right: readonly Reference[], name: (reference: Reference) => string): void => {
    const [usual] = right;
    if (usual) for (const reference of wrong) found.push({ reference, usual, name: name(reference) });
  };
  const written = ([reference]: readonly Reference[]): string => (reference ? text.slice(...reference.name) : '');
  const byWord = [new Map<string, (readonly Reference[])[]>(), new Map<string, (readonly Reference[])[]>()];
  const seen = new Set<readonly Reference[]>();
  for (const references of full) {
    const [first] = references;
    for (const [i, word] of (first?.words ?? []).entries()) {
      const alike = byWord[i]?.get(word) ?? [];
      for (const other of alike) {
        const [one, two] = [first?.words[1 - i] ?? '', other[0]?.words[1 - i] ?? ''];
        if (seen.has(references) || !isSlip(one, two, i === 1)) continue;
        const [wrong, right] = references.length <= other.length ? [references, other] : [other, references];
        seen.add(wrong);
        slip(wrong, right, () => written(right));
      }
      if (alike.length < NAMESAKES) byWord[i]?.set(word, [...alike, references]);
    }
  }
  // A bare surname that nobody in the article has, and that somebody nearly has.
  const surnames = new Map<string, readonly Reference[]>();
  for (const references of full) if (!seen.has(references)) surnames.set(references[0]?.words[1] ?? '', references);
  const byShape = new Map<string, string[]>();
  for (const surname of surnames.keys())
    for (const shape of shapesOf(surname)) byShape.set(shape, [...(byShape.get(shape) ?? []), surname].slice(0, NAMESAKES));
  const others = new Set(
    [...places.values()].flatMap((references) => (references[0]?.words.length === 1 ? [] : (references[0]?.words ?? []))),
  );
  for (const references of places.values()) {
    const word = references[0]?.words.length === 1 ? (references[0].words[0] ?? '') : '';
    if (word === '' || others.has(word)) continue;
    const near = [...new Set(shapesOf(word).flatMap((shape) => byShape.get(shape) ?? []))].find((surname) => isSlip(word, surname, false));
    const right = near === undefined ? undefined : surnames.get(near);
    if (right) slip(references, right, () => written(right).split(/\s+/).at(-1) ?? '');
  }
  return found.sort((a, b) => a.reference.name[0] - b.reference.name[0]);
});

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
