import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Newsroom } from './newsroom';

const COUNCIL =
  'MAYOR HALE: We have waited eleven years for a new pier.\n\nDR. MARLOWE: The timber is rotten from the second bay outwards.\n';
const SURVEY = '<p>The survey found 23 rotten piles in the second and third bays of the pier.</p>';
const RIGHT = 'Pier to be closed\n\n“We have waited eleven years for a new pier,” said the mayor, Tom Hale.\n';
const WRONG =
  'Pier to be closed\n\n“The wood is rotten from the second bay outwards,” said the surveyor, Tina Marlowe. The survey found 32 rotten piles in the second and third bays of the pier.\n';

let room: Newsroom;
beforeEach(async () => {
  room = await Newsroom.open({ 'sources/council.txt': COUNCIL, 'sources/survey.html': SURVEY, 'right.txt': RIGHT, 'wrong.txt': WRONG });
});
afterEach(() => room.close());

describe('onrecord verify', () => {
  test('says for each quote and claim what was found where, and exits as check does', async () => {
    const { code, out } = await room.run(['verify', 'wrong.txt']);
    expect(code).toBe(1);
    expect(out).toContain('wrong.txt:3:1  quote  altered  Tina Marlowe');
    expect(out).toContain('- wood  + timber');
    expect(out).toContain('sources/council.txt:3:14  DR. MARLOWE  The timber is rotten');
    expect(out).toContain('- 32  + 23');
    expect(out).toMatch(/1 quote: 1 altered\.\n1 claim: 1 differs\.\n$/);
    expect((await room.run(['verify', 'right.txt'])).code).toBe(0);
    expect((await room.run(['verify', '--fail-on', 'never', 'wrong.txt'])).code).toBe(0);
    expect((await room.run(['verify', 'none.txt'])).code).toBe(2);
  });

  test('prints JSON', async () => {
    const { out } = await room.run(['verify', '--format', 'json', 'right.txt', 'wrong.txt']);
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'right.txt',
        schema: 1,
        documents: 2,
        items: [
          {
            kind: 'quote',
            line: 3,
            outcome: 'verbatim',
            speaker: 'Tom Hale',
            places: [{ file: 'sources/council.txt', line: 1, speaker: 'MAYOR HALE' }],
          },
        ],
      },
      {
        file: 'wrong.txt',
        items: [
          { outcome: 'altered', changes: [{ quoted: 'wood', said: 'timber' }] },
          { kind: 'claim', outcome: 'differs', places: [{ bearing: 'differs' }] },
        ],
      },
    ]);
  });

  test('prints a sheet with boxes to tick, in which no text of articles or sources does anything', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    await room.put({
      'evil.txt': `${evil}\n\n“We have ${evil} waited eleven years for a new pier,” said the mayor, Tom Hale.\n`,
      'sources/<b>.txt': `HALE: ${evil} is what it is.\n`,
    });
    const { out } = await room.run(['verify', '--format', 'html', 'evil.txt', 'wrong.txt']);
    expect(out.match(/<input type="checkbox">/g)?.length).toBeGreaterThanOrEqual(3);
    expect(out).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(out).toContain('<del>wood</del> <ins>timber</ins>');
    expect(out).not.toMatch(/<script|<img|<b>/);
    expect(out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  test('looks in the folders that the configuration or the command line names, and in none outside', async () => {
    await room.put({
      '.onrecord.json': '{ "root": true, "sources": ["../", "interviews"] }',
      'interviews/a.txt': 'HALE: We have waited ten years for a new pier.\n',
    });
    const configured = await room.run(['verify', 'right.txt']);
    expect(configured.out).toContain('- eleven  + ten');
    expect(configured.told).toEqual([expect.stringContaining('lies outside the folder')]);
    expect((await room.run(['verify', '--sources', 'sources', 'right.txt'])).out).toContain('word for word');
    await room.put({ '.onrecord.json': '{ "root": true, "sources": [] }' });
    expect((await room.run(['verify', 'right.txt'])).out).toContain('no documents beside it');
  });

  test('shows what people have judged in the annotations beside the article', async () => {
    await room.put({
      'right.txt.annotations.json': JSON.stringify({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        type: 'AnnotationCollection',
        label: 'right.txt',
        first: {
          type: 'AnnotationPage',
          items: [
            {
              id: 'urn:uuid:1',
              type: 'Annotation',
              motivation: 'assessing',
              creator: { type: 'Person', name: 'Carla' },
              body: [{ type: 'TextualBody', purpose: 'classifying', value: 'verified' }],
              target: {
                source: 'right.txt',
                selector: [
                  { type: 'TextQuoteSelector', exact: 'We have waited eleven years for a new pier', prefix: '“', suffix: ',” said' },
                ],
              },
            },
          ],
        },
      }),
    });
    const { out, told } = await room.run(['verify', '--format', 'json', 'right.txt']);
    expect(told).toEqual([]);
    expect(JSON.parse(out)).toMatchObject([{ items: [{ verdicts: [{ verdict: 'verified', by: 'Carla' }] }] }]);
  });

  test('leaves out what is no text or too large, with a word on it', async () => {
    await room.put({ 'sources/scan.pdf': '%PDF-1.7', 'sources/big.txt': new Uint8Array(5_000_001).fill(120) });
    const { told, code } = await room.run(['verify', 'right.txt']);
    expect(told).toEqual([
      'onrecord: sources/big.txt: is larger than 5 MB. Split it up.',
      'onrecord: sources/scan.pdf: is a PDF, which is not read here. Save its text beside it, as .txt.',
    ]);
    expect(code).toBe(0);
  });
});

describe('onrecord check', () => {
  test('heeds the sources, and points into them', async () => {
    const { out } = await room.run(['check', 'wrong.txt']);
    expect(out).toContain('quote/altered-from-source');
    expect(out).toContain('sources/council.txt:3:14');
    const found = JSON.parse((await room.run(['check', '--format', 'json', 'wrong.txt'])).out);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'claim/differs-from-source',
        fixes: ['Write “23”, as the source has it'],
        related: [expect.objectContaining({ file: 'sources/survey.html', line: 1 })],
      }),
    );
  });
});
