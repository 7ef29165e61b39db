import type { Article } from '../../article';
import { isShort, type Person, peopleOf, type Reference } from '../people';
import type { Fix, Rule, RuleFacts } from '../rule';
import { sourcesOf } from '../sources';

const facts: RuleFacts = {
  code: 'source/incomplete-first-reference',
  title: 'A surname before the name',
  why: 'Readers who meet a bare surname wonder whether they have missed something. They have not: the paragraph that introduced the person was moved or cut. Give the full name and the role the first time.',
  sources: [
    { guide: 'Reuters Handbook of Journalism', says: 'Give the full name and the title at the first reference, the surname after it.' },
    { guide: 'AP', says: 'Use first and last name at the first reference.' },
  ],
  severity: 'info',
  examples: {
    bad: [
      'Ferry to be sold\n\nThe ferry is too old, Brekke said on Monday.\n\n“There is more filler in her than steel,” said Ida Brekke, the harbour master.\n',
    ],
    good: [
      'Ferry to be sold.\n\nA word from Brekke ends the row.\n\nThe ferry is too old to be mended, the harbour master, Ida Brekke, told the council on Monday after the divers had been down twice to look at the plates below her waterline.\n',
      'Ferry to be sold\n\nThe ferry is too old, the harbour master, Ida Brekke, said on Monday.\n\n“There is more filler in her than steel,” Brekke said.\n',
      'Brekke: ferry is too old\n\nThe ferry is too old, the harbour master, Ida Brekke, said on Monday.\n',
    ],
  },
};

/** Reports the first time that a paragraph names somebody by surname alone, where the full name comes only later. */
export const sourceIncompleteFirstReference: Rule = {
  facts,
  check: (article) =>
    early(article).map(({ first, full }) => ({
      code: facts.code,
      severity: facts.severity,
      span: first.span,
      message: `The full name comes only later. Write “${fullOf(article, full)}” here.`,
      related: [{ span: full.span, message: 'The full name' }],
    })),
  fixes(article, { span }): Fix[] {
    const found = early(article).find(({ first }) => first.span[0] === span[0]);
    if (!found) return [];
    const { entity } = found.person;
    const name = fullOf(article, found.full);
    const at = found.first.name;
    const fixes: Fix[] = [{ title: `Write “${name}”`, edits: [{ span: at, text: name }], preferred: true, safe: false }];
    if (!entity.role || /^(?:an?|one|his|her|their|its|our|my)\s|[.,]$|’s |'s /i.test(entity.role)) return fixes;
    const role = entity.role.replace(/^the /i, '');
    const starts = article.sentences.some((sentence) => sentence.span[0] === at[0]);
    const text = `${starts ? 'The' : 'the'} ${role}, ${name},`;
    return [...fixes, { title: `Write “${text.replace(/,$/, '')}”`, edits: [{ span: at, text }], preferred: false, safe: false }];
  },
};

interface Early {
  readonly person: Person;
  readonly first: Reference;
  readonly full: Reference;
}

const fullOf = ({ text }: Article, { name }: Reference): string => text.slice(name[0], name[1]);

/** Longest headline or standfirst. */
const SHOWN = 160;

/** How many short blocks an article opens with. Headlines and standfirsts may name by surname; databases keep them as paragraphs. */
function shownBlocks({ blocks }: Article): number {
  const told = blocks.findIndex(({ kind, span: [start, end] }) => kind !== 'headline' && end - start > SHOWN);
  return told < 0 ? blocks.length : told;
}

function early(article: Article): Early[] {
  const shown = Math.min(shownBlocks(article), 3);
  const sources = new Set(sourcesOf(article).map(({ span }) => span[0]));
  return peopleOf(article).flatMap((person): Early[] => {
    const told = person.references.filter(
      ({ block, quoted, span }) =>
        !quoted && article.blocks[block]?.kind === 'paragraph' && (block >= shown || (block > 0 && sources.has(span[0]))),
    );
    const [first] = told;
    const full = told.find((reference) => !isShort(reference));
    if (
      !first ||
      !full ||
      first === full ||
      !(first.subject || sources.has(first.span[0])) ||
      !isShort(first) ||
      first.titled ||
      first.doubtful ||
      first.span[0] !== first.name[0]
    )
      return [];
    const [last] = full.words.slice(-1);
    // “A Cheney”, “the Trump train”: the name of a family or a thing.
    if (/\b(?:an?|the)\s$/i.test(article.text.slice(Math.max(0, first.span[0] - 5), first.span[0]))) return [];
    if (first.words.at(-1) !== last || /\s|^\p{Lu}{2,}$/u.test(fullOf(article, first)) || !person.speaks) return [];
    // A caption, a standfirst or a byline may have given it.
    const given = person.references.some(
      (reference) =>
        reference.span[0] < first.span[0] &&
        !isShort(reference) &&
        reference.block > 0 &&
        article.blocks[reference.block]?.kind !== 'headline',
    );
    return given ? [] : [{ person, first, full }];
  });
}
