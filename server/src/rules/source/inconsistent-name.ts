import type { Article, BlockAnalysis } from '../../article';
import { remembered } from '../../text/remembered';
import { lookFor } from '../by-block';
import { isShort, type Name, namesIn, placed, type Reference } from '../people';
import type { Finding, Fix, Rule, RuleFacts } from '../rule';
import { misspellings, type Standing } from './misspellings';

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

/** The names of a block whose spelling counts. */
const spelt = remembered((block: BlockAnalysis): readonly Name[] =>
  block.kind === 'byline' ? [] : namesIn(block).filter(({ quoted, doubtful }) => !quoted && !doubtful),
);

/** The same as text. */
const spellingsIn = lookFor((block) => spelt(block).map(({ words }) => words.join(' ')));

const slips = remembered((article: Article): readonly Slip[] => {
  const { blocks, found } = spellingsIn(article);
  const referenceTo = ({ list, name: n }: Standing): Reference[] => {
    const b = blocks[list] ?? -1;
    const block = article.blocks[b];
    const name = block && spelt(block.analysis)[n];
    return name ? [placed(article, b, name)] : [];
  };
  return misspellings(found)
    .flatMap(({ wrong, right }): Slip[] => {
      const [usual] = referenceTo(right);
      if (!usual) return [];
      const written = article.text.slice(...usual.name);
      return wrong.flatMap(referenceTo).map((reference) => {
        const name = isShort(reference) ? (written.split(/\s+/).at(-1) ?? '') : written;
        return { reference, usual, name };
      });
    })
    .sort((a, b) => a.reference.name[0] - b.reference.name[0]);
});
