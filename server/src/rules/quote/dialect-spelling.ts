import type { Span } from '../../text/span';
import { lookFor } from '../by-block';
import { firstQuotes } from '../numbering';
import type { Finding, Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'quote/dialect-spelling',
  title: 'A quote spelled as it sounded',
  why: 'Nearly everybody says “going to” as “gonna”. To spell it so for one speaker and not for another makes the one look less schooled. Spell words as they are spelled, unless the sound itself is the story.',
  sources: [
    {
      guide: 'AP',
      says: 'Do not use spellings such as “gonna” or “wanna” to convey how somebody speaks, except where the sound matters.',
    },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Ferry to be sold\n\n“We’re gonna miss her,” said Tom Hale, who runs the café.\n',
      'Ferry to be sold\n\n“They’re takin’ her and nothin’ will come instead,” said Tom Hale, who runs the café.\n',
      'Ferry to be sold\n\n“Dunno what we’ll do,” said Tom Hale, who runs the café.\n',
    ],
    good: [
      'Ferry to be sold\n\n“We’re going to miss her,” said Tom Hale, who runs the café.\n',
      'Ferry to be sold\n\n‘She is in, and we ain’t cryin’,’ the song “Gonna Sail” has it.\n\n‘The ferry came in’, said Ida Brekke, and y’all know it.\n'.replace(
        'ain’t cryin’',
        'ain’t crying',
      ),
    ],
  },
};

const SOUNDS =
  /(?:gonna|wanna|gotta|gimme|lemme|dunno|kinda|sorta|hafta|oughta|coulda|woulda|shoulda|wuz|dat|dem|dis|sez|innit|wot|’em|'em|’cause|'cause|(?:goin|doin|nothin|somethin|anythin|everythin|talkin|comin|tryin|workin|gettin|lookin|makin|sayin|thinkin|playin|runnin|fightin|walkin|sittin|livin|bein|havin|takin|givin|callin|tellin|lovin|kiddin|waitin|feelin|standin|leavin|losin|winnin|cryin|singin|drinkin|huntin|fishin|mornin|darlin)[’'])/giu;
/** The same as words of their own. */
const SPELLED = new RegExp(`(?<![\\p{L}\\p{M}’'-])(?:${SOUNDS.source})(?![\\p{L}\\p{M}’'-])`, 'giu');

/** A spelling of sound in quote `q` of a block; relative to the block. */
interface Spelt {
  readonly q: number;
  readonly at: number;
  readonly word: string;
}

const spelt = lookFor((block, text): readonly Spelt[] =>
  block.text.search(SOUNDS) < 0
    ? []
    : block.quotes.flatMap(({ span: [start, end] }, q) =>
        [...text.slice(start + 1, end - 1).matchAll(SPELLED)].map(({ index, 0: word }) => ({ q, at: start + 1 + index, word })),
      ),
);

/** Reports spellings of sound in quotes. The words are the speaker’s, so the writer alone may respell them. */
export const quoteDialectSpelling: Rule = {
  facts,
  check(article) {
    const { blocks, found } = spelt(article);
    const first = firstQuotes(article);
    return blocks.flatMap((b, i) => {
      const start = article.blocks[b]?.span[0] ?? 0;
      return (found[i] ?? []).flatMap(({ q, at, word }): Finding[] => {
        const kind = article.quotes[(first[b] ?? 0) + q]?.kind;
        if (kind === 'title' || kind === 'scare') return [];
        const message = `“${word}” spells how it sounded. Spell the word as usual, unless the sound is the story.`;
        const span: Span = [start + at, start + at + word.length];
        return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
      });
    });
  },
  fixes: () => [],
};
