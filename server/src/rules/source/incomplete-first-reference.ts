import type { Article } from '../../article';
import type { Entity } from '../../attribution/speakers';
import { firstReference, isShort, type Reference, referencesTo } from '../people';
import type { Fix, Rule, RuleFacts } from '../rule';
import { sourcesOfBlock } from '../sources';

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
    const text = `${starts ? 'The' : 'the'} ${role}, ${name},`;
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

function early(article: Article): Early[] {
  const shown = Math.min(shownBlocks(article), 3);
  const isTold = (reference: Reference): boolean =>
    !reference.quoted &&
    article.blocks[reference.block]?.kind === 'paragraph' &&
    (reference.block >= shown || (reference.block > 0 && isSource(article, reference)));
  const found = article.entities.flatMap((entity) => {
    if (entity.kind !== 'person' || entity.anonymity !== 'named' || entity.mentions.length < 2) return [];
    const earliest = firstReference(article, entity, isTold);
    if (!earliest || !isBareSurname(article, earliest)) return [];
    const references = referencesTo(article, entity);
    // Of names that start at the same place the block may have the longer one first.
    const first = references.find(isTold);
    if (!first || !isBareSurname(article, first)) return [];
    const full = references.find((reference) => isTold(reference) && !isShort(reference));
    if (!full || first.words[0] !== full.words.at(-1) || !article.attributions.some(({ speaker }) => speaker === entity.id)) return [];
    // A caption, a standfirst or a byline may have given it.
    const given = references.some(
      (reference) =>
        reference.span[0] < first.span[0] &&
        !isShort(reference) &&
        reference.block > 0 &&
        article.blocks[reference.block]?.kind !== 'headline',
    );
    return given ? [] : [{ early: { entity, first, full }, named: references[0]?.span[0] ?? 0 }];
  });
  return found.sort((a, b) => a.named - b.named).map(({ early }) => early);
}

/** Whether a reference calls somebody who says or does something by surname alone. */
function isBareSurname(article: Article, reference: Reference): boolean {
  const { span, name, titled, doubtful, subject } = reference;
  if (!isShort(reference) || titled || doubtful || span[0] !== name[0] || !(subject || isSource(article, reference))) return false;
  // “A Cheney”, “the Trump train”: the name of a family or a thing.
  if (/\b(?:an?|the)\s$/i.test(article.text.slice(Math.max(0, span[0] - 5), span[0]))) return false;
  return !/\s|^\p{Lu}{2,}$/u.test(fullOf(article, reference));
}

/** Whether an attribution names its source by a reference. */
const isSource = (article: Article, { block, span }: Reference): boolean =>
  sourcesOfBlock(article, block).some((sourced) => sourced.span[0] === span[0]);
