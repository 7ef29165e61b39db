import { describe, expect, test } from 'vitest';
import type { Article } from '../../../server/src/article';
import { hover } from '../../../server/src/features/hover';
import { Lines } from '../../../server/src/features/lines';
import { made, spanOf } from './made';

/** What the hover on the first of `words` says in Markdown, and the words that it is for. */
function at(article: Article, words: string, minimumConfidence = 0): { says: string; over: string } | null {
  const lines = new Lines(article.text);
  const [start] = spanOf(article.text, words);
  const found = hover(article, start + 1, lines, { markup: 'markdown', minimumConfidence });
  if (!found?.range || typeof found.contents !== 'object' || !('value' in found.contents)) return null;
  return { says: found.contents.value, over: article.text.slice(...lines.spanOf(found.range)) };
}

const ferry = made('“The ferry is safe,” said Ida Brandt, the harbour master. Dockers told the Sound Courier that it leaks.', {
  quotes: [{ words: '“The ferry is safe,”', attribution: 'a1' }],
  attributions: [
    {
      content: '“The ferry is safe,”',
      cue: 'said',
      source: 'Ida Brandt, the harbour master',
      speaker: 'e1',
      confidence: 0.97,
      why: [{ code: 'pattern.verb-speaker-after-quote', words: 'said' }],
    },
    { content: 'that it leaks', cue: 'told', source: 'Dockers', speaker: 'e2', kind: 'indirect', via: 'a3', confidence: 0.6 },
    {
      content: 'Dockers told the Sound Courier that it leaks',
      source: 'the Sound Courier',
      speaker: 'e3',
      kind: 'indirect',
      confidence: 0.55,
    },
  ],
  entities: [
    { name: 'Ida Brandt', role: 'harbour master', mentions: ['Ida Brandt'] },
    { name: 'dockers', kind: 'anonymous', mentions: ['Dockers'] },
    { name: 'Sound Courier', kind: 'organization', mentions: ['Sound Courier'] },
  ],
  claims: [
    {
      words: 'it leaks',
      support: 'anonymous',
      attributions: ['a2'],
      disputedBy: ['a1'],
      checkworthiness: 0.86,
      why: [{ code: 'worth.number', words: '40' }],
    },
  ],
});

describe('hover', () => {
  test('on a quote says who said it, how, by which cue, how sure and why', () => {
    expect(at(ferry, '“The ferry')).toEqual({
      over: '“The ferry is safe,”',
      says: [
        '**Ida Brandt**, harbour master',
        'Quoted directly · cue “said”',
        'Very sure (97 %), because',
        '- The quote is followed by a reporting verb, “said”, and its speaker.',
      ].join('\n\n'),
    });
  });

  test('never says that it is certain, and gives a model’s opinion only where the grammar says nothing', () => {
    const why = [{ code: 'model.cue', words: 'said' }];
    const article = made('“Go,” said Ida. “Stay,” said Mia.', {
      attributions: [
        { content: '“Go,”', source: 'Ida', confidence: 1, why: [{ code: 'pattern.verb-speaker-after-quote' }, ...why] },
        { content: '“Stay,”', source: 'Mia', confidence: 0.4, why },
      ],
    });
    expect(at(article, '“Go')?.says).toContain('Very sure (99 %)');
    expect(at(article, '“Go')?.says).not.toContain('model');
    expect(at(article, '“Stay')?.says).toMatch(/A guess \(40 %\), because\n\n- A model/);
  });

  test('on the cue and on the speaker says the same', () => {
    expect(at(ferry, 'said Ida')).toMatchObject({ over: 'said' });
    expect(at(ferry, 'said Ida')?.says).toBe(at(ferry, '“The ferry')?.says);
    expect(at(ferry, 'the harbour master')?.says).toBe(at(ferry, '“The ferry')?.says);
  });

  test('on an attribution within another takes the inner one, and tells who passed it on', () => {
    const { says, over } = at(ferry, 'that it leaks') ?? {};
    expect(over).toBe('that it leaks');
    expect(says).toContain('**dockers**, whom the article does not name');
    expect(says).toContain('Said in the writer’s words · cue “told”');
    expect(says).toContain('Passed on by **Sound Courier**');
    expect(says).toMatch(/Not very sure \(60 %\)$|Not very sure \(60 %\)\n/);
  });

  test('on a claim also says who stands behind it, who denies it, and how worthy of a check it is', () => {
    const { says, over } = at(ferry, 'it leaks') ?? {};
    expect(over).toBe('it leaks');
    expect(says).toContain('**Claim** · Only an unnamed source stands behind it: **dockers**');
    expect(says).toContain('Denied by **Ida Brandt**');
    expect(says).toContain('Worth a check: 86 % · a number (“40”)');
    expect(says).toContain('\n\n---\n\n**Claim**');
  });

  test('on a claim that was passed on names its origin, and how it is tied to that', () => {
    const article = made('The Courier, citing a clerk, said that it leaks. It is old.', {
      attributions: [
        { content: 'that it leaks', source: 'The Courier', speaker: 'e1', kind: 'indirect' },
        { content: 'that it leaks', source: 'a clerk', speaker: 'e2', kind: 'indirect', via: 'a1' },
      ],
      entities: [{ name: 'Courier' }, { name: 'a clerk', kind: 'anonymous' }],
      claims: [{ words: 'It is old.', support: 'anonymous', attributions: ['a1', 'a2'], why: [{ code: 'support.carried' }] }],
    });
    const says = at(article, 'It is old')?.says;
    expect(says).toContain('an unnamed source stands behind it: **a clerk**\n');
    expect(says).toContain('- It goes on with');
  });

  test('on a claim of nobody says so', () => {
    const article = made('The bridge cost twice as much.', { claims: [{ words: 'The bridge cost twice as much.' }] });
    expect(at(article, 'bridge')?.says).toContain('Nobody stands behind it');
  });

  test('on a quote of nobody says so', () => {
    const article = made('“No comment.”', { quotes: [{ words: '“No comment.”' }] });
    expect(at(article, '“No')?.says).toBe('Nobody is said to have said this.');
  });

  test('tells the name of a work, and words at arm’s length, from speech', () => {
    const article = made('A “reform” of “The Long Tide”', {
      quotes: [
        { words: '“reform”', kind: 'scare' },
        { words: '“The Long Tide”', kind: 'title' },
      ],
    });
    expect(at(article, '“reform”')?.says).toMatch(/nobody is quoted/);
    expect(at(article, '“The Long')?.says).toMatch(/title of a work/);
  });

  test('says when it is unsure who speaks, and between whom', () => {
    const article = made('“Go,” she said. Ida met Mia.', {
      attributions: [
        {
          content: '“Go,”',
          cue: 'said',
          source: 'she',
          speaker: null,
          candidates: [
            { speaker: 'e1', confidence: 0.5 },
            { speaker: 'e2', confidence: 0.4 },
          ],
        },
      ],
      entities: [{ name: 'Ida' }, { name: 'Mia' }],
    });
    expect(at(article, '“Go')?.says).toContain('“she”; who that is, is not clear');
    expect(at(article, '“Go')?.says).toContain('Perhaps Ida (50 %) or Mia (40 %)');
  });

  test('on a denial says whom it denies', () => {
    const article = made('Ida said it leaks. Mia denied it leaked.', {
      attributions: [
        { content: 'it leaks', cue: 'said', source: 'Ida', speaker: 'e1', kind: 'indirect' },
        { content: 'it leaked', cue: 'denied', source: 'Mia', speaker: 'e2', kind: 'indirect', disputes: ['a1', 'a1'] },
      ],
      entities: [{ name: 'Ida' }, { name: 'Mia' }],
    });
    expect(at(article, 'denied')?.says).toContain('Denies what was said by **Ida**\n');
  });

  test('names all who speak together', () => {
    const article = made('“Go,” said Ida and Mia.', {
      attributions: [
        {
          content: '“Go,”',
          source: 'Ida and Mia',
          speaker: 'e1',
          candidates: [
            { speaker: 'e1', confidence: 0.5 },
            { speaker: 'e2', confidence: 0.5 },
          ],
          why: [{ code: 'speaker.joint', words: 'Ida and Mia' }],
        },
      ],
      entities: [{ name: 'Ida' }, { name: 'Mia' }],
    });
    expect(at(article, '“Go')?.says).toContain('**Ida**\n\n');
    expect(at(article, '“Go')?.says).toContain('Together with **Mia**');
  });

  test('on the mention of a speaker elsewhere says who that is', () => {
    const article = made('Ida Brandt waved.', { entities: [{ name: 'Ida Brandt', role: 'harbour master' }] });
    expect(at(article, 'Ida')).toEqual({ over: 'Ida Brandt', says: '**Ida Brandt**, harbour master\n\nPerson · 1 mention' });
  });

  test('leaves out attributions below the least confidence', () => {
    expect(at(ferry, 'told', 0.7)).toBeNull();
    expect(at(ferry, 'said Ida', 0.7)).not.toBeNull();
  });

  test('says nothing where there is nothing', () => {
    expect(
      hover(ferry, ferry.text.indexOf('. Dockers') + 1, new Lines(ferry.text), { markup: 'markdown', minimumConfidence: 0 }),
    ).toBeNull();
  });

  test('survives a ring of carriers', () => {
    const article = made('one two', {
      attributions: [
        { content: 'one', via: 'a2' },
        { content: 'two', via: 'a1' },
      ],
    });
    expect(at(article, 'one')?.says).toContain('Passed on by');
  });

  test('keeps hostile names inert, and plain where Markdown is not understood', () => {
    const name = '[x](command:evil) <img src=y>';
    const article = made(`“Go,” said ${name}.`, {
      attributions: [{ content: '“Go,”', source: name, speaker: 'e1' }],
      entities: [{ name }],
    });
    expect(at(article, '“Go')?.says).toContain('**\\[x\\]\\(command\\:evil\\) \\<img src\\=y\\>**');
    const plain = hover(article, 1, new Lines(article.text), { markup: 'plaintext', minimumConfidence: 0 });
    expect(plain?.contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining(name) });
  });
});
