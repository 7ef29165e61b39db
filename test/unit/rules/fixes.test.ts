import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, analyse } from '../../../server/src/article';
import { withoutStops } from '../../../server/src/features/fix-edit';
import { check, fixesFor, RULES } from '../../../server/src/rules';
import { articleOf, readExample, withArticle } from '../../../server/src/rules/examples';
import { citations } from '../../../server/src/rules/fixes/cite';
import { nameSource } from '../../../server/src/rules/fixes/name-source';
import type { Format } from '../../../server/src/text/format';
import { applied, filledIn } from './applied';

/** What the fixes of the findings of one rule make of a text, by title. */
function mended(code: string, text: string, format: Format = 'plain'): Record<string, string> {
  const article = analyse(text, { format });
  const finding = check(article).find((finding) => finding.code === code);
  if (!finding) throw new Error(`no ${code} in ${JSON.stringify(text)}`);
  return Object.fromEntries(fixesFor(article, finding).map((fix) => [fix.title, applied(text, fix, filledIn)]));
}

const last = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

const LEAD =
  'Ferry to return\n\nThe ferry will sail again in May, the harbour master, Ida Brekke, said. “It is time,” said the mayor, Tom Hale.\n\n';

describe('fixes of claim/unsourced', () => {
  const fixes = (sentence: string): Record<string, string> =>
    Object.fromEntries(Object.entries(mended('claim/unsourced', `${LEAD}${sentence}\n`)).map(([title, text]) => [title, last(text)]));

  test('attribute to who speaks in the article, the nearest first', () => {
    const made = fixes('The crossing has claimed more lives than any other in the north.');
    expect(Object.keys(made).slice(0, 2)).toEqual(['Attribute to Tom Hale', 'Attribute to Ida Brekke']);
    expect(made['Attribute to Tom Hale']).toBe('The crossing has claimed more lives than any other in the north, Hale said.');
  });

  test('ask for a source at the end and in front', () => {
    const made = Object.values(fixes('The crossing has claimed more lives than any other in the north.'));
    expect(made).toContain('The crossing has claimed more lives than any other in the north, the harbour master, Ida Brekke said.');
    expect(made).toContain('According to the harbour master, Ida Brekke, the crossing has claimed more lives than any other in the north.');
  });

  test('leave nothing to report, however short the claim', () => {
    for (const text of Object.values(mended('claim/unsourced', `${LEAD}The bridge cost £3.4m.\n`))) {
      expect(check(analyse(text)).map(({ code }) => code)).not.toContain('claim/unsourced');
    }
  });

  test('keep names, figures and abbreviations as they are', () => {
    expect(Object.values(fixes('Skarholm has more shipwrecks than any other island in the U.S.'))).toEqual(
      expect.arrayContaining([
        'Skarholm has more shipwrecks than any other island in the U.S., Hale said.',
        'According to the harbour master, Ida Brekke, Skarholm has more shipwrecks than any other island in the U.S.',
      ]),
    );
  });

  test('do without an exclamation', () => {
    expect(fixes('Skarholm has more shipwrecks than any other island in the north!')['Attribute to Tom Hale']).toBe(
      'Skarholm has more shipwrecks than any other island in the north, Hale said.',
    );
  });

  test('leave the words of a title at the end alone', () => {
    expect(fixes('More people in the town have read it than “The Quiet Harbour.”')['Attribute to Tom Hale']).toBe(
      'More people in the town have read it than “The Quiet Harbour,” Hale said.',
    );
  });

  test('use the verb and the titles that the article uses', () => {
    const text =
      'Ferry to return\n\nThe ferry will sail again in May, says Ida Brekke, the harbour master. “It is time,” Ms Brekke says.\n\nSkarholm has more shipwrecks than any other island in the north.\n';
    expect(last(mended('claim/unsourced', text)['Attribute to Ida Brekke'] ?? '')).toBe(
      'Skarholm has more shipwrecks than any other island in the north, Ms Brekke says.',
    );
  });

  test('cite a link in Markdown', () => {
    const text = `# Ferry to return\n\nThe ferry sails in May, Ida Brekke said.\n\nSkarholm has more shipwrecks than any other island in the north.\n`;
    expect(last(mended('claim/unsourced', text, 'markdown')['Cite a source with a link'] ?? '')).toBe(
      'Skarholm has more shipwrecks than any other island in the north ([the harbour master, Ida Brekke](https://harbour.example/log)).',
    );
  });

  test('offer nobody unnamed and no more than four', () => {
    const people = ['Ana Ruiz', 'Tom Hale', 'Ida Brekke', 'Sven Holm', 'Liv Moen', 'Joan Trevanion'];
    const text = `Ferry to return\n\n${people.map((name) => `“We can wait,” said ${name}.\n\n`).join('')}A source said that it sails in May.\n\nSkarholm has more shipwrecks than any other island in the north.\n`;
    const names = Object.keys(mended('claim/unsourced', text)).filter((title) => title.startsWith('Attribute to'));
    expect(names).toEqual(['Attribute to Joan Trevanion', 'Attribute to Liv Moen', 'Attribute to Sven Holm', 'Attribute to Ida Brekke']);
  });
});

describe('fixes of words that name nobody', () => {
  const fixes = (code: string, sentence: string): Record<string, string> =>
    Object.fromEntries(Object.entries(mended(code, `${LEAD}${sentence}\n`)).map(([title, text]) => [title, last(text)]));

  test.each([
    ['It is widely believed that the ferry will be sold.', 'Hale said that the ferry will be sold.', 'The ferry will be sold.'],
    ['The ferry has reportedly been sold.', 'The ferry has been sold, Hale said.', 'The ferry has been sold.'],
    ['Reportedly, two firms have bid.', 'Two firms have bid, Hale said.', 'Two firms have bid.'],
    ['The price, reportedly, is low.', 'The price is low, Hale said.', 'The price is low.'],
    ['The hull is sound, supposedly.', 'The hull is sound, Hale said.', 'The hull is sound.'],
    ['The buyer is thought to be a shipping line.', 'The buyer is a shipping line, Hale said.', 'The buyer is a shipping line.'],
    ['She was rumoured to have sunk twice.', 'She had sunk twice, Hale said.', 'She had sunk twice.'],
    ['The buyer is thought to own the quay.', 'The buyer is thought to own the quay, according to Hale.', undefined],
    ['Critics say that it came too late.', 'Hale says that it came too late.', undefined],
  ])('%s', (sentence, attributed, flat) => {
    const made = fixes('claim/weasel', sentence);
    expect(made['Attribute to Tom Hale']).toBe(attributed);
    expect(made['Say it in your own name']).toBe(flat);
  });

  test('let one of a group speak, and never offer the group itself', () => {
    const made = fixes('claim/weasel', 'Critics say that it came too late.');
    expect(made['Name one of them: “Critics such as …”']).toBe('Critics such as Ida Brekke say that it came too late.');
    expect(Object.keys(made).join()).not.toContain('Attribute to Critics');
  });

  test('say who alleges, and never drop the doubt without that', () => {
    expect(fixes('cue/allegedly', 'Marsh allegedly spent the money on a boat.')).toEqual({
      'Attribute to Tom Hale': 'Marsh spent the money on a boat, Hale said.',
      'Attribute to Ida Brekke': 'Marsh spent the money on a boat, Brekke said.',
      'Say who says so': 'Marsh spent the money on a boat, the harbour master, Ida Brekke said.',
    });
  });
});

test('naming a source takes along the words that say why it had no name', () => {
  for (const why of [
    ' who asked not to be named',
    ', who declined to be identified because the talks are secret,',
    ' speaking on condition of anonymity',
  ]) {
    const text = `Ferry to be sold\n\nAn insider${why} said that the ferry would be sold.\n`;
    const article = analyse(text);
    expect(last(applied(text, nameSource(article, [18, 28]), filledIn))).toBe(
      'The harbour master, Ida Brekke said that the ferry would be sold.',
    );
  }
});

describe('a citation', () => {
  const cited = (text: string, format: Format = 'plain') => {
    const article = analyse(text, { format });
    const sentence = article.sentences.find(({ span }) => text.slice(...span).startsWith('Rents'));
    if (!sentence) throw new Error('no such sentence');
    return Object.fromEntries(citations(article, sentence.span).map((fix) => [fix.title, applied(text, fix)]));
  };

  test('is a link in Markdown, and stands in brackets elsewhere', () => {
    expect(cited('Council\n\nRents have doubled. It rained.', 'markdown')['Cite a source with a link']).toBe(
      'Council\n\nRents have doubled ([source](https://)). It rained.',
    );
    expect(cited('Council\n\nRents have doubled. It rained.')['Cite a source in brackets']).toBe(
      'Council\n\nRents have doubled (source, https://). It rained.',
    );
  });

  test('is a footnote with the next free number', () => {
    expect(cited('Council\n\nRents have doubled. It rained.\n')['Cite a source in a footnote']).toBe(
      'Council\n\nRents have doubled.[1] It rained.\n\n[1]: source\n',
    );
    const text = 'Council\r\n\r\nIt rained.[^1] Rents have doubled.\r\n\r\n[^1]: The weather office\r\n';
    expect(cited(text, 'markdown')['Cite a source in a footnote']).toBe(
      'Council\r\n\r\nIt rained.[^1] Rents have doubled.[^2]\r\n\r\n[^1]: The weather office\r\n[^2]: source\r\n',
    );
    expect(cited('Council\n\nRents have doubled.')['Cite a source in a footnote']).toBe('Council\n\nRents have doubled.[1]\n\n[1]: source');
  });
});

describe('fixes of quote/unattributed', () => {
  const attributed = (quote: string): Record<string, string> => {
    const made = mended('quote/unattributed', `${LEAD}The decision has angered the town.\n\n${quote}\n\nThe council meets in June.\n`);
    return Object.fromEntries(Object.entries(made).map(([title, text]) => [title, text.trimEnd().split('\n').at(-3) ?? '']));
  };

  test('turn the full stop into a comma', () => {
    expect(attributed('“I learned to swim in that harbour.”')).toEqual({
      'Attribute to Tom Hale': '“I learned to swim in that harbour,” Hale said.',
      'Attribute to Ida Brekke': '“I learned to swim in that harbour,” Brekke said.',
      'Name a speaker': '“I learned to swim in that harbour,” the harbour master, Ida Brekke said.',
    });
  });

  test('keep a question mark', () => {
    expect(attributed('“Where am I to swim now?”')['Attribute to Tom Hale']).toBe('“Where am I to swim now?” Hale said.');
  });

  test('stand before a quote of several sentences', () => {
    expect(attributed('“I learned to swim in that harbour. So did my mother.”')['Attribute to Tom Hale']).toBe(
      'Hale said: “I learned to swim in that harbour. So did my mother.”',
    );
  });

  test('keep single marks', () => {
    expect(attributed('‘I learned to swim in that harbour.’')['Attribute to Tom Hale']).toBe(
      '‘I learned to swim in that harbour,’ Hale said.',
    );
  });
});

describe('fixes that name a speaker', () => {
  const made = (paragraph: string): Record<string, string> => mended('quote/unattributed', `Ferry to return\n\n${paragraph}\n`);

  test('open the sentence with a capital where they stand before the quote', () => {
    const text = made('The ferry sails again.\n\n“We waited for years. We had given up.”\n\nThe harbour is full.')['Name a speaker'];
    expect(text).toContain('\n\nThe harbour master, Ida Brekke said: “We waited for years. We had given up.”\n');
  });

  test('offer nobody who is only described', () => {
    const fixes = made(
      '“I was bigger,” my mother said. My mother said that she sang.\n\n“We waited for years. We had given up.”\n\nThe harbour is full.',
    );
    expect(Object.keys(fixes)).toEqual(['Name a speaker']);
  });
});

test('a date that opens a sentence opens it with a capital', () => {
  const article = analyse('Ferry sold\n\nLast week the ferry was sold, said Ida Brekke.\n');
  const rule = RULES.find(({ facts }) => facts.code === 'time/relative-date');
  const [finding] = rule?.check(article) ?? [];
  const [fix] = finding ? fixesFor(article, finding) : [];
  expect(fix && applied(article.text, fix)).toBe('Ferry sold\n\nOn date the ferry was sold, said Ida Brekke.\n');
});

test('a footnote after a quote leaves the quote as it was, and what is said after one stands behind its mark', () => {
  for (const [open, close] of ['‘’', '„“', '“”', '»«'].map((pair) => pair.split(''))) {
    const text = `Ferry to return\n\nA ministry official, who was not authorised to speak, said that it bore the initials ${open}R.S.${close}\n\nThe harbour is full.\n`;
    const article = analyse(text);
    for (const fix of [...RULES.flatMap((rule) => rule.check(article).flatMap((finding) => fixesFor(article, finding)))]) {
      const after = applied(text, fix, filledIn);
      expect(
        analyse(after).quotes.map(({ span, kind }) => `${kind} ${after.slice(...span)}`),
        fix.title,
      ).toEqual([`mixed ${open}R.S.${close}`]);
    }
  }
});

test('no fix writes into somebody’s words', () => {
  const sentence = 'Liu, 58, said that he had proposed to be paid more than his colleague.';
  const denial = 'Liu’s agent, Sofie Brandt, denied that he had proposed to be paid more than his colleague.';
  const fixes = (paragraph: string): string[] => {
    const text = `Two conductors\n\n${paragraph}\n\n${denial}\n`;
    const article = analyse(text);
    return RULES.flatMap((rule) => rule.check(article).filter(({ span }) => text.slice(...span) === sentence)).flatMap((finding) =>
      fixesFor(article, finding).map(({ title }) => title),
    );
  };
  expect(fixes(`${sentence} Kang is young.`)).toContain('Say beside it that Sofie Brandt denies it');
  expect(fixes(`“I am old. ${sentence} Kang is young,” Liu said.`)).toEqual([]);
});

describe('fixes of quote/unclosed', () => {
  const closed = (paragraph: string): string => {
    const text = `${LEAD}${paragraph}\n\nThe council meets in June.\n`;
    return Object.values(mended('quote/unclosed', text))[0]?.trimEnd().split('\n').at(-3) ?? '';
  };

  test.each([
    ['“I learned to swim here, said Tina Marlowe.', '“I learned to swim here,” said Tina Marlowe.'],
    ['Tina Marlowe said: “I learned to swim here.', 'Tina Marlowe said: “I learned to swim here.”'],
    ['Tina Marlowe said: ‘I learned to swim in this harbour.', 'Tina Marlowe said: ‘I learned to swim in this harbour.’'],
    ['Tina Marlowe said: "I learned to swim here.', 'Tina Marlowe said: "I learned to swim here."'],
    ['Tina Marlowe said: «I learned to swim here.', 'Tina Marlowe said: «I learned to swim here.»'],
    ['“I learned to swim here, she said. “So did my mother.”', '“I learned to swim here,” she said. “So did my mother.”'],
  ])('%s → %s', (open, done) => {
    expect(closed(open)).toBe(done);
  });
});

/** Words, in order, whatever the marks around them. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const PIECES = [
  'Tom Hale said', 'the mayor said', ' that ', 'Ida Brekke', '“', '”', '"', '‘', '’', '. ', '.', ', ', '\n\n', 'We can wait', 'I learned to swim in that harbour',
  'Rents have doubled since 2019', 'Skarholm has more shipwrecks than any other island', 'the worst in the country', ' in the U.S.', '! ', '? ', ' (', ')', '$', '{1:x}', '\\', '}',
  'It meets in June', ' stole ', '“I am old.”', '‘Never again,’ she added', '\u0000', '\ud800',
  'Reportedly, ', ' reportedly ', ' allegedly', 'It is believed that ', ' is thought to be ', 'Critics say ', 'A source said ', 'an insider close to the board', 'she declined to comment',
]; // biome-ignore format: one list

const article = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 })
  .map((parts) => `Ferry to return\n\n${parts.join('')}\n`);
/** Restoring a quote to its wording, and naming its speaker earlier: see restoring.test.ts. */
const MOVES_WORDS = new Set(['quote/altered', 'quote/late-attribution']);
/** These add somebody or a mark, and take nothing away. */
const ADDS_ONLY = new Set([
  'claim/unsourced',
  'claim/unverified',
  'claim/secondhand',
  'quote/unattributed',
  'quote/unclosed',
  'quote/run-together',
]);
const allFound = (article: Article) => RULES.flatMap((rule) => rule.check(article));
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };

describe('any fix of any finding', () => {
  test('that adds something takes no word away', () => {
    fc.assert(
      fc.property(article, (text) => {
        const read = analyse(text);
        for (const finding of allFound(read)) {
          if (!ADDS_ONLY.has(finding.code)) continue;
          for (const fix of fixesFor(read, finding)) {
            for (const { span, text: replacement, snippet } of fix.edits) {
              const before = wordsOf(text.slice(span[0], span[1])).map((word) => word.toLowerCase());
              const after = wordsOf(snippet ? filledIn(replacement) : replacement).map((word) => word.toLowerCase());
              expect(after.join(' ')).toContain(before.join(' '));
            }
          }
        }
      }),
      runs,
    );
  });

  test('changes nothing that a quote says', () => {
    fc.assert(
      fc.property(article, (text) => {
        const read = analyse(text);
        for (const finding of allFound(read)) {
          if (MOVES_WORDS.has(finding.code)) continue;
          for (const fix of fixesFor(read, finding)) {
            for (const { span, text: replacement, snippet } of fix.edits) {
              for (const quote of read.quotes) {
                if (quote.kind === 'unclosed' || quote.open) continue;
                const [from, to] = [Math.max(span[0], quote.span[0]), Math.min(span[1], quote.span[1])];
                if (from >= to) continue;
                expect(wordsOf(text.slice(from, to))).toEqual([]);
                // What is added stands after the closing mark.
                const added = snippet ? filledIn(replacement) : replacement;
                expect(wordsOf(added.slice(0, Math.max(0, quote.span[1] - span[0])))).toEqual([]);
              }
            }
          }
        }
      }),
      runs,
    );
  });
});

/** Rules that no fix is offered for: their words are somebody's own, or only the writer can tell which of two places is to go. */
const WITHOUT_FIXES: readonly string[] = ['quote/dialect-spelling', 'quote/duplicate', 'quote/not-in-sources', 'quote/stitched'];
/** Fixes by which a writer chooses to change what stands in marks. */
const CHANGES_QUOTES =
  /^(?:Restore the .*(?:wording|words)|Name the speaker (?:after the first sentence|before the quote)|Do without the marks)/;

/** The words of each quote that is closed. */
const quoted = (text: string): string[] =>
  analyse(text).quotes.flatMap(({ span, kind, open }) => (kind === 'unclosed' || open ? [] : [wordsOf(text.slice(...span)).join(' ')]));

const errorsIn = (text: string): number => check(analyse(text)).filter(({ severity }) => severity === 'error').length;

describe.each(RULES.filter(({ facts }) => !facts.code.startsWith('suppression/')).map((rule) => [rule.facts.code, rule] as const))(
  'the fixes of %s',
  (code, rule) => {
    const offered = rule.facts.examples.bad.flatMap((example) => {
      const article = readExample(example);
      const findings = rule.check(article);
      return findings.flatMap((finding) =>
        fixesFor(article, finding).map((fix) => ({ example, text: articleOf(example), fix, found: findings.length })),
      );
    });

    test('are there, where a rule can have any', () => {
      expect(offered.length > 0).toBe(!WITHOUT_FIXES.includes(code));
    });

    test('come with one that is preferred at most, each under a title of its own', () => {
      for (const example of rule.facts.examples.bad) {
        const article = readExample(example);
        for (const finding of rule.check(article)) {
          const fixes = fixesFor(article, finding);
          expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
          expect(new Set(fixes.map(({ title }) => title)).size).toBe(fixes.length);
        }
      }
    });

    if (offered.length === 0) return;
    test.each(offered.map((one) => [one.fix.title, one] as const))(
      '%s: leaves one finding less, no new error, and every quote as it was',
      (_, one) => {
        const { example, text, fix, found } = one;
        for (const fill of [filledIn, withoutStops]) {
          const after = applied(text, fix, fill);
          expect(rule.check(readExample(withArticle(example, after))).length, after).toBeLessThan(found);
          expect(errorsIn(after), after).toBeLessThanOrEqual(errorsIn(text));
          if (!CHANGES_QUOTES.test(fix.title)) expect(quoted(after), after).toEqual(expect.arrayContaining(quoted(text)));
        }
      },
    );
  },
);

describe('fixes of the rules on sources without a name', () => {
  test('name the outlet', () => {
    const outlet = (text: string): string =>
      last(mended('source/unnamed-outlet', `Ferry to be sold\n\n${text}\n`)['Name the outlet'] ?? '');
    expect(outlet('The ferry will go, local media say.')).toBe('The ferry will go, the outlet says.');
    expect(outlet('According to media reports, the ferry will go.')).toBe('According to the outlet, the ferry will go.');
    expect(outlet('Reports have suggested that it will go.')).toBe('The outlet suggested that it will go.');
  });

  test('make one source of “sources”', () => {
    const text = 'Ferry to go, sources say\n\nThe ferry will go in May, a source with knowledge of the talks said.\n';
    expect(mended('source/plural-one-described', text)['Write “a source”']).toBe(text.replace('sources say', 'a source says'));
  });

  test('say how and when the reporter tried, where a newsroom asks for it', () => {
    const article = analyse('Ferry to go\n\nThe board did not respond to a request for comment.\n');
    const rule = RULES.find(({ facts }) => facts.code === 'source/no-reply-details');
    const fix = rule?.check(article).flatMap((finding) => fixesFor(article, finding))[0];
    if (!fix) throw new Error('no fix');
    expect(last(applied(article.text, fix, filledIn))).toBe('The board did not respond to a request for comment sent by email on Monday.');
  });
});

describe('fixes of source/incomplete-first-reference', () => {
  const lead =
    'Two small paintings of the harbour were taken from the gallery in Orrin Street at night, and nobody can say how whoever took them came in, for every door was locked.';
  const opening = `Theft at the gallery\n\n${lead}\n\n“Nobody came by a window,” Aldous said on Monday.\n\n`;

  test('give the full name, and a title before it as titles stand', () => {
    const made = mended('source/incomplete-first-reference', `${opening}“It was quick,” Inspector Gwen Aldous said.\n`);
    expect(Object.keys(made)).toEqual(['Write “Gwen Aldous”', 'Write “Inspector Gwen Aldous”']);
    expect(made['Write “Inspector Gwen Aldous”']).toContain('window,” Inspector Gwen Aldous said on Monday.');
  });

  test('and what somebody is beside it', () => {
    const made = mended('source/incomplete-first-reference', `${opening}“It was quick,” the caretaker, Gwen Aldous, said.\n`);
    expect(made['Write “the caretaker, Gwen Aldous”']).toContain('window,” the caretaker, Gwen Aldous, said on Monday.');
  });
});
