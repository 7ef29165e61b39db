import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { RULES } from '../../../server/src/rules';
import { applied } from './applied';

/** What the fixes of the first finding of a rule, on or off by default, make of a text, by title. */
function mended(code: string, text: string): Record<string, string> {
  const article = analyse(text);
  const rule = RULES.find(({ facts }) => facts.code === code);
  const [finding] = rule?.check(article) ?? [];
  if (!rule || !finding) throw new Error(`no ${code} in ${JSON.stringify(text)}`);
  return Object.fromEntries(rule.fixes(article, finding).map((fix) => [fix.title, applied(text, fix)]));
}

/** How often a rule reports something. */
const count = (code: string, text: string): number =>
  RULES.find(({ facts }) => facts.code === code)?.check(analyse(text)).length ?? Number.NaN;

describe('a quote in other words', () => {
  test('is restored to the wording of the story', () => {
    const text = '“We stole it”: Ennor snatch derby\n\n“We nicked it, and I’ll take it,” said the manager, Steph Carlyon.\n';
    expect(mended('quote/altered', text)).toEqual({ 'Restore the wording of the story': text.replace('stole', 'nicked') });
  });

  test('is restored to its first wording in the body, as far as it goes', () => {
    const first = '“In this town we have swum in that pool for eighty years, and so did my mother,” said Tina Marlowe.';
    const again = `Pool to close\n\n${first}\n\nThe council met in June. “We have swum in this pool for ninety years, and so did my mother,” Marlowe told it.\n`;
    expect(mended('quote/altered', again)['Restore the first wording']).toBe(
      again.replace('“We have swum in this pool for ninety', '“We have swum in that pool for eighty'),
    );
  });

  test('is restored without the attribution that interrupts it', () => {
    const text =
      '“I learned to dive in that pool and so did my mother”\n\n“I learned to swim in that pool,” said Tina Marlowe, “and so did my mother before me.”\n';
    expect(Object.values(mended('quote/altered', text))[0]?.split('\n')[0]).toBe('“I learned to swim in that pool, and so did my mother”');
  });

  test('is not what a shorter or a marked quote is', () => {
    const body = '“I learned to swim in that pool and so did my mother before me,” said Tina Marlowe.';
    for (const shown of [
      '“I learned to swim in that pool”',
      '“I learned … and so did my mother”',
      '“I learned to swim in [the] pool and so did my mother”',
    ])
      expect(count('quote/altered', `${shown}\n\n${body}\n`)).toBe(0);
  });

  test('is not what two speakers say much alike', () => {
    const text =
      'Vote in June\n\n“We will fight this to the very end of the road,” said Tina Marlowe.\n\n“We will fight them to the very end of the road,” said the mayor, Tom Hale.\n';
    expect(count('quote/altered', text)).toBe(0);
  });
});

describe('a speaker named too late', () => {
  const FIX = 'Name the speaker after the first sentence';

  test('is named after the first sentence, every word of the quote as it was', () => {
    const text =
      'Ferry to be sold\n\n“We have patched her hull every spring since I was a boy. Last year the bow gave way in a swell that would not have worried a duck. She is done,” said the harbour master, Tom Hale.\n';
    expect(mended('quote/late-attribution', text)[FIX]).toBe(
      'Ferry to be sold\n\n“We have patched her hull every spring since I was a boy,” said the harbour master, Tom Hale. “Last year the bow gave way in a swell that would not have worried a duck. She is done.”\n',
    );
  });

  test('keeps a question’s mark, and the comma on the side where the article has it', () => {
    const text =
      'Ferry to be sold\n\n‘Who has patched her hull every spring since I was a boy? Last year the bow gave way in a swell that would not have worried a duck. She is done’, said the harbour master, Tom Hale.\n';
    expect(mended('quote/late-attribution', text)[FIX]).toBe(
      'Ferry to be sold\n\n‘Who has patched her hull every spring since I was a boy?’ said the harbour master, Tom Hale. ‘Last year the bow gave way in a swell that would not have worried a duck. She is done.’\n',
    );
  });
});

describe('names', () => {
  test('are given in full where they come first, with the role if wanted', () => {
    const text = 'Ferry to be sold\n\nThe ferry is too old, Brekke said on Monday.\n\n“She leaks,” said harbour master Ida Brekke.\n';
    const made = mended('source/incomplete-first-reference', text);
    expect(made['Write “Ida Brekke”']).toContain('The ferry is too old, Ida Brekke said');
    expect(made['Write “the harbour master, Ida Brekke”']).toContain('too old, the harbour master, Ida Brekke, said');
  });

  test('are written one way throughout, but not in quotes', () => {
    const text =
      'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke. Brekke was sure.\n\nBreke met the council. “Ida Breke is right,” said the mayor, Tom Hale, after Breke had left.\n';
    expect(mended('source/inconsistent-name', text)['Write “Brekke” throughout']).toBe(
      text.replace('Breke met', 'Brekke met').replace('after Breke', 'after Brekke'),
    );
  });

  test('stand in for a pronoun that could be either’s', () => {
    const text =
      'Ferry to be sold\n\nThe mayor, Mr Tom Hale, met the owner, Mr Jack Orme, on Tuesday. Mr Hale and Mr Orme shook hands on the quay. “She is too old,” he said.\n';
    expect(Object.values(mended('quote/ambiguous-speaker', text))).toEqual([
      text.replace('he said', 'Hale said'),
      text.replace('he said', 'Orme said'),
    ]);
  });
});

test('a new voice gets a paragraph', () => {
  const text =
    'Ferry to be sold\n\n“She is too old,” said the harbour master, Ida Brekke. “They have sold us out,” said the mayor, Tom Hale.\n';
  expect(mended('quote/run-together', text)['Begin a paragraph']).toBe(text.replace(' “They', '\n\n“They'));
});

test('plain words lose their marks', () => {
  const text = 'Ferry to be sold\n\nThe harbour master, Ida Brekke, said she was “very surprised” by the sale.\n';
  expect(mended('quote/fragment', text)['Do without the marks']).toBe(text.replace('“very surprised”', 'very surprised'));
});

test('a refusal stands where words were said elsewhere', () => {
  const refusal = 'Ferry to be sold\n\nThe harbour master, Ida Brekke, declined to comment.\n\n';
  expect(count('source/no-comment-contradiction', `${refusal}“She is too old,” Brekke said.\n`)).toBe(1);
  expect(count('source/no-comment-contradiction', `${refusal}“She is too old,” Brekke told the inquiry.\n`)).toBe(0);
  expect(count('source/no-comment-contradiction', `${refusal}“She is too old,” said the mayor, Tom Hale.\n`)).toBe(0);
});
