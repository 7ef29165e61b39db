import type { Article } from '../../article';
import type { Entity } from '../../attribution/speakers';
import { remembered } from '../../text/remembered';
import { hull } from '../../text/span';
import { lookFor } from '../by-block';
import { firstName, isShort, type Name, namesIn, namesOf, placed, type Reference, type Standing } from '../people';
import type { Fix, Rule, RuleFacts } from '../rule';

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
    const { entity } = found;
    const name = fullOf(article, found.full);
    const at = found.first.name;
    const fixes: Fix[] = [{ title: `Write “${name}”`, edits: [{ span: at, text: name }], preferred: true, safe: false }];
    if (!entity.role || /^(?:an?|one|his|her|their|its|our|my)\s|[.,]$|’s |'s /i.test(entity.role)) return fixes;
    const role = entity.role.replace(/^the /i, '');
    const starts = article.sentences.some((sentence) => sentence.span[0] === at[0]);
    // "Inspector Gwen Aldous", but "the harbour master, Ida Brekke,".
    const text = /^\p{Lu}/u.test(role) ? `${role} ${name}` : `${starts ? 'The' : 'the'} ${role}, ${name},`;
    return [...fixes, { title: `Write “${text.replace(/,$/, '')}”`, edits: [{ span: at, text }], preferred: false, safe: false }];
  },
};

interface Early {
  readonly entity: Entity;
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

/** The last words of the full names in paragraphs. */
const fullNames = lookFor((block) =>
  block.kind === 'paragraph' ? namesIn(block).flatMap((name) => (isShort(name) ? [] : name.words.slice(-1))) : [],
);
const surnamesIn = remembered((lists: readonly (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat()));

function early(article: Article): Early[] {
  const shown = Math.min(shownBlocks(article), 3);
  const surnames = surnamesIn(fullNames(article).found);
  const isTold = (name: Name, block: number): boolean =>
    !name.quoted && article.blocks[block]?.kind === 'paragraph' && (block >= shown || (block > 0 && isSource(article, name, block)));
  const isToldInFull = (name: Name, block: number): boolean => !isShort(name) && isTold(name, block);
  const found = article.entities.flatMap((entity) => {
    if (entity.kind !== 'person' || entity.anonymity !== 'named' || entity.mentions.length < 2) return [];
    const earliest = firstName(article, entity, isTold);
    if (!earliest || !isBareSurname(article, earliest)) return [];
    if (!surnames.has(earliest.name.words[0] ?? '') || !firstName(article, entity, isToldInFull)) return [];
    const names = namesOf(article, entity);
    // Of names that start at the same place the block may have the longer one first.
    const first = names.find(({ name, block }) => isTold(name, block));
    if (!first || !isBareSurname(article, first)) return [];
    const full = names.find(({ name, block }) => isToldInFull(name, block));
    if (!full || first.name.words[0] !== full.name.words.at(-1)) return [];
    // A caption, a standfirst or a byline may have given it.
    const before = names.filter(({ name, block }) => block < first.block || (block === first.block && name.span[0] < first.name.span[0]));
    const given = before.some(({ name, block }) => !isShort(name) && block > 0 && article.blocks[block]?.kind !== 'headline');
    if (given || !article.attributions.some(({ speaker }) => speaker === entity.id)) return [];
    const [place, whole] = [placed(article, first.block, first.name), placed(article, full.block, full.name)];
    return [{ early: { entity, first: place, full: whole }, named: names[0]?.block ?? 0, at: names[0]?.name.span[0] ?? 0 }];
  });
  return found.sort((a, b) => a.named - b.named || a.at - b.at).map(({ early }) => early);
}

/** Whether a name calls somebody who says or does something by surname alone. */
function isBareSurname(article: Article, { name, block }: Standing): boolean {
  if (!isShort(name) || name.titled || name.doubtful || name.span[0] !== name.name[0]) return false;
  if (!name.subject && !isSource(article, name, block)) return false;
  // “A Cheney”, “the Trump train”: the name of a family or a thing.
  const start = (article.blocks[block]?.span[0] ?? 0) + name.span[0];
  if (/\b(?:an?|the)\s$/i.test(article.text.slice(Math.max(0, start - 5), start))) return false;
  return !/\s|^\p{Lu}{2,}$/u.test(fullOf(article, placed(article, block, name)));
}

/** Whether an attribution of its block names its source by a name. */
const isSource = (article: Article, { span }: Name, block: number): boolean =>
  article.blocks[block]?.analysis.attributions.some(({ source }) => source && source.length > 0 && hull(source)[0] === span[0]) === true;
