import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleReport } from '../../../server/src/report/article-report';
import type { ReportOptions } from '../../../server/src/report/frame';
import { english } from '../../../server/src/report/say';
import type { Sources } from '../../../server/src/report/sources';
import { createService } from '../../../server/src/service';
import { TEXTS } from '../features/news-like';
import { tagsOf, textOf } from './markup';

const service = createService();
const sourcesOf = (text: string): Sources => service.sources(service.analyse(text));
const report = (sources: Sources, options: Partial<ReportOptions> = {}): string =>
  articleReport(sources, { say: english, file: 'harbour.article', places: 'lead', ...options }).text;

const HARBOUR = `Harbour dues to rise by a third

“We have put it off for nine winters,” said Mayor Ida Brekke. She said that the quay was sinking.

A source close to the council said that the dues would rise again in May.

The dam will close in June, the Clarion reported, citing two officials.

The town has lost more boats than any other on the coast since 2019.
`;
const harbour = sourcesOf(HARBOUR);

describe('the report on an article', () => {
  const page = report(harbour);
  const shown = textOf(page);
  const tags = tagsOf(page);

  test('opens with the headline and the numbers that matter', () => {
    expect(shown).toMatch(/^On Record harbour\.article Harbour dues to rise by a third \d+ words 4 speakers 2 unnamed/);
    expect(shown).toContain('1 needs a source');
  });

  test('says who speaks, how much, and who is not named, in words', () => {
    expect(shown).toMatch(/Ida Brekke Mayor 13 \d+ %/);
    expect(shown).toContain('A source close to the council unnamed');
    expect(shown).toContain('two officials unnamed');
  });

  test('says through whom', () => {
    expect(shown).toMatch(/Clarion → two officials unnamed/);
    expect(shown).toContain('passes on 6 words of others');
  });

  test('lists the claims to look at, with their words', () => {
    expect(shown).toMatch(/To look at Needs a source The town has lost more boats than any other on the coast since 2019\. line 9/);
  });

  test('says in words everything that it draws: a drawing is hidden from screen readers, or has a name', () => {
    const drawings = tags.filter(({ name, closes }) => name === 'svg' && !closes);
    expect(drawings.length).toBeGreaterThan(5);
    for (const { attributes } of drawings) {
      expect(
        attributes.get('aria-hidden') === 'true' || (attributes.get('role') === 'img' && attributes.get('aria-label')),
        [...attributes].join(),
      ).toBeTruthy();
    }
    for (const { text } of harbour.utterances) expect(shown.slice(shown.indexOf('as a list'))).toContain(text);
  });

  test('leads from each thing said to its place, and every place has a button for the keyboard', () => {
    const places = (name: string) =>
      new Set(tags.filter((tag) => tag.name === name).flatMap(({ attributes }) => attributes.get('data-go') ?? []));
    const drawn = places('g');
    const buttons = places('button');
    for (const { start, end } of harbour.utterances.filter(({ words }) => words > 0).map(({ place }) => place)) {
      const go = `${start.line} ${start.character} ${end.line} ${end.character}`;
      expect(drawn).toContain(go);
      expect(buttons).toContain(go);
    }
  });

  test('names places by their line where there is no editor', () => {
    const plain = report(harbour, { places: 'lines' });
    expect(plain).not.toMatch(/data-go|<button/);
    expect(textOf(plain)).toContain('line 9');
  });

  test('draws each voice in a lane of its own, seven at most', () => {
    const names = ['Ana', 'Bo', 'Cy', 'Dan', 'Eva', 'Flo', 'Gus', 'Hal', 'Ida'];
    const many = sourcesOf(`Row\n\n${names.map((name) => `“The boats were late again today,” said ${name} Lind.`).join('\n\n')}`);
    expect(many.speakers).toHaveLength(9);
    const heads = [...report(many).matchAll(/<text class="head[^"]*"><title>([^<]+)/g)].map(([, name]) => name);
    expect(heads).toHaveLength(2 + 7);
    expect(heads.at(-2)).toBe('3 others');
  });

  test('adds up to a hundred per cent', () => {
    for (const [, list = ''] of page.matchAll(/<div class="stacked">.*?<ul>(.*?)<\/ul>/gs)) {
      const parts = [...list.matchAll(/<b>(\d+) %<\/b>/g)].map(([, n]) => Number(n));
      expect(parts.reduce((sum, n) => sum + n, 0)).toBe(100);
    }
  });

  test('is told in another language by whoever says its messages', () => {
    const shouted = articleReport(harbour, {
      say: (message, ...args) => english(message, ...args).toUpperCase(),
      file: 'x',
      places: 'none',
    });
    expect(textOf(shouted.text)).toContain('WHO SPEAKS');
    expect(textOf(shouted.text)).toContain('Ida Brekke');
  });
});

describe('the report on anything else', () => {
  test('has words for an article in which nobody speaks', () => {
    expect(textOf(report(sourcesOf('')))).toContain('Nobody speaks in this article.');
  });

  test('takes relays that go in a circle', () => {
    const end = (name: string) => ({ speaker: name, name, unnamed: false });
    const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const relays = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['a', 'a'],
    ].map(([from = '', to = '']) => ({ carrier: end(from), carried: end(to), times: 2, place }));
    tagsOf(report({ ...harbour, relays }));
  });

  test('keeps hostile text what it is: text', () => {
    const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
    const hostile: Sources = {
      ...harbour,
      title: evil,
      speakers: harbour.speakers.map((speaker) => ({ ...speaker, name: `Ida ${evil}`, role: `javascript:${evil}` })),
      utterances: harbour.utterances.map((utterance) => ({
        ...utterance,
        text: `${evil}\u202e\u0000 {0} \${x}`,
        calledBy: evil,
        via: [evil],
      })),
      claims: harbour.claims.map((claim) => ({ ...claim, text: evil })),
    };
    const page = report(hostile, { file: evil });
    expect(page).not.toMatch(/<img|<script|[\u202e\0]/);
    expect(textOf(page)).toContain(evil);
    for (const { attributes } of tagsOf(page)) for (const name of attributes.keys()) expect(name).not.toMatch(/^on|^style$|^src$|^href$/);
  });

  test('is well-formed, whatever the text', () => {
    fc.assert(
      fc.property(TEXTS, fc.constantFrom('lead', 'lines', 'none'), fc.string(), (text, places, file) => {
        tagsOf(report(sourcesOf(text), { places, file }));
      }),
    );
  });
});
