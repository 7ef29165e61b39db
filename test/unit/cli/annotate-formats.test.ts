import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

const STORY =
  'Ferry to stay\n\n“It has done us 👍 good,” said the harbour master, Ida Brekke.\n\nThe ferry carried 4,000 people in June, Brekke said. Skarholm has more shipwrecks than any other island in the north.\n\nA source said that the ferry would be sold.\n';

let room: Newsroom;
beforeEach(async () => {
  room = await Newsroom.open({ 'story.txt': STORY, 'other.txt': 'Ferry to stay\n\nIt stays.\n' });
});
afterEach(() => room.close());

describe('annotate --format json and jsonl', () => {
  test('keep to their contract', async () => {
    const { out } = await room.run(['annotate', '--format', 'jsonl', 'story.txt']);
    const read = JSON.parse(out);
    expect(out.endsWith('\n')).toBe(true);
    expect(out.trim()).not.toContain('\n');
    expect(read).toMatchObject({ file: 'story.txt', schema: 1 });
    expect(read.blocks[0]).toEqual({ kind: 'headline', span: [0, 13] });
    for (const { span, checkworthiness } of read.sentences) {
      expect(span).toHaveLength(2);
      expect(checkworthiness).toBeGreaterThanOrEqual(0);
      expect(checkworthiness).toBeLessThanOrEqual(1);
    }
    const [quote] = read.quotes;
    expect(STORY.slice(quote.span[0], quote.span[1])).toBe('“It has done us 👍 good,”');
    const attribution = read.attributions.find(({ id }: { id: string }) => id === quote.attribution);
    expect(Object.keys(attribution)).toEqual(
      expect.arrayContaining(['id', 'kind', 'source', 'cue', 'content', 'speaker', 'via', 'confidence']),
    );
    const entity = read.entities.find(({ id }: { id: string }) => id === attribution.speaker);
    expect(entity).toMatchObject({ name: 'Ida Brekke', kind: 'person' });
    expect(Object.keys(entity)).toEqual(expect.arrayContaining(['id', 'name', 'kind', 'role', 'mentions']));
    expect(read.claims.map(({ support }: { support: string }) => support)).toContain('attributed');
    for (const claim of read.claims)
      expect(Object.keys(claim)).toEqual(expect.arrayContaining(['span', 'checkworthiness', 'support', 'attributions', 'disputedBy']));
  });

  test('print the same of each file', async () => {
    const lines = (await room.run(['annotate', '--format', 'jsonl', '.'])).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(JSON.parse((await room.run(['annotate', '--format', 'json', '.'])).out)).toEqual(lines);
    expect(lines.map(({ file }) => file)).toEqual(['other.txt', 'story.txt']);
  });
});

describe('annotate --format text', () => {
  test('says who said what', async () => {
    const { out } = await room.run(['annotate', 'story.txt']);
    expect(out).toMatch(/Speakers\n {4}Ida Brekke\b.*\n {7}3 {2}“It has done us 👍 good,”\n {10}direct\n/);
    expect(out).toMatch(/Unnamed sources\n {4}.*source\n {7}7 {2}that the ferry would be sold\n/);
    expect(out).not.toContain('\u001b');
  });

  test('keeps within the columns there are', async () => {
    for (const line of (await room.run(['annotate', 'story.txt'], { columns: 50 })).out.split('\n'))
      expect(line.length).toBeLessThanOrEqual(50);
  });
});

describe('annotate --format html', () => {
  test('is a page of its own that holds the article’s words and runs nothing', async () => {
    await room.put({
      '<b>.txt': 'Ferry & <script>alert(1)</script>\n\n“It’s <img src=x onerror=alert(2)> & \u0001 good,” said "Ida" Brekke.\n',
    });
    const { out } = await room.run(['annotate', '--format', 'html', '<b>.txt']);
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).not.toMatch(/<script|<img|<b>|src=(?!x)|href=|@import|url\(/);
    expect(out).toContain('&lt;script&gt;');
    expect(out).toContain("default-src 'none'");
    expect(out).not.toContain('\u0001');
    expect(out.match(/<article>/g)).toHaveLength(1);
  });

  test('marks quotes and loses no character', async () => {
    const { out } = await room.run(['annotate', '--format', 'html', 'story.txt']);
    const body = out.slice(out.indexOf('<h2'), out.indexOf('<table')).replace(/<[^>]*>/g, '');
    expect(body.replace(/\s+/g, ' ').trim()).toBe(STORY.replace(/\s+/g, ' ').trim());
    expect(out).toMatch(/<span class="[^"]*\bq\b[^"]*"[^>]*>“It has done us 👍 good,”<\/span>/);
  });
});

describe('annotate --format webannotation', () => {
  test('is a W3C collection whose selectors find their words, by code points', async () => {
    const { out } = await room.run(['annotate', '--format', 'webannotation', '.']);
    const collection = JSON.parse(out);
    expect(collection).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection' });
    const { items } = collection.first;
    expect(collection.total).toBe(items.length);
    expect(items.length).toBeGreaterThan(3);
    const points = Array.from(STORY);
    for (const { type, target } of items) {
      expect(type).toBe('Annotation');
      for (const { source, selector } of target) {
        if (source !== 'story.txt') continue;
        const [quote, position] = selector;
        expect(quote.type).toBe('TextQuoteSelector');
        expect(position.type).toBe('TextPositionSelector');
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
        expect(STORY).toContain(quote.prefix + quote.exact + quote.suffix);
      }
    }
    expect(JSON.stringify(items)).toContain('Ida Brekke');
  });
});
