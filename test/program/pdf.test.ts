import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PDF_FAULTS } from '../../server/src/server/sources/pdf';
import { pdfReader } from '../../server/src/server/sources/pdf-reader';
import { PdfThread } from '../../server/src/server/sources/pdf-worker';
import { column, madePdf } from '../made-pdf';
import { Desk, root } from './program';

const BUNDLE = path.join(root, 'dist', 'pdf.js');
const REPORT = [
  column('The Pier Survey', '', 'The board asked for this survey in the spring.'),
  column(
    'Findings',
    '',
    'Tina Marlowe, surveyor: “The timber is rotten from the sec-',
    'ond bay outwards, and nobody has looked at it for years.”',
  ),
  column('Costs', '', 'A new deck would cost 23 million pounds.'),
];
const RIGHT = 'Pier to be closed\n\n“The timber is rotten from the second bay outwards,” said the surveyor, Tina Marlowe.\n';
const WRONG = RIGHT.replace('timber', 'wood');

let desk: Desk;
beforeEach(() => {
  desk = new Desk({ 'sources/report.pdf': madePdf(REPORT), 'right.txt': RIGHT, 'wrong.txt': WRONG });
});
afterEach(() => desk.remove());

describe('a PDF beside an article', () => {
  test('has its quotes found on their page, in every format', () => {
    const text = desk.onrecord(['verify', 'right.txt']);
    expect(text.err).toBe('');
    expect(text.out).toContain('word for word');
    expect(text.out).toContain('sources/report.pdf, page 2  The timber is rotten from the second bay outwards');
    const [{ items }] = JSON.parse(desk.onrecord(['verify', '--format', 'json', 'right.txt']).out);
    expect(items[0].places).toMatchObject([{ file: 'sources/report.pdf', page: 2 }]);
    expect(items[0].places[0]).not.toHaveProperty('line');
    expect(desk.onrecord(['verify', '--format', 'html', 'right.txt']).out).toContain('sources/report.pdf, page 2');
  });

  test('has what is altered reported, with its page', () => {
    const { code, out } = desk.onrecord(['check', 'wrong.txt']);
    expect(code).toBe(1);
    expect(out).toContain('quote/altered-from-source');
    expect(out.replace(/\s+/g, ' ')).toContain('has “timber” for “wood” (sources/report.pdf, page 2)');
    expect(out).not.toMatch(/report\.pdf:\d/);
    const sarif = JSON.parse(desk.onrecord(['check', '--format', 'sarif', 'wrong.txt']).out);
    const places = sarif.runs[0].results.flatMap(
      (result: { relatedLocations?: { physicalLocation: object }[] }) => result.relatedLocations ?? [],
    );
    expect(places).toContainEqual(
      expect.objectContaining({ physicalLocation: { artifactLocation: { uri: expect.stringMatching(/report\.pdf$/) } } }),
    );
  });

  test('is told of by name where it cannot be read, and stands in nobody’s way', () => {
    desk.put({
      'sources/a.pdf': madePdf([column('Secret.')], { locked: true }),
      'sources/b.pdf': Buffer.from('no PDF'),
      'sources/c.pdf': madePdf([[]]),
    });
    const { code, out, err } = desk.onrecord(['verify', 'right.txt']);
    expect(err.trim().split('\n')).toEqual([
      `onrecord: sources/a.pdf: ${PDF_FAULTS.locked}`,
      `onrecord: sources/b.pdf: ${PDF_FAULTS.damaged}`,
      `onrecord: sources/c.pdf: ${PDF_FAULTS['no-text']}`,
    ]);
    expect(out).toContain('sources/report.pdf, page 2');
    expect(code).toBe(0);
  });
});

describe('the reader of PDFs', () => {
  const addressOf = (name: string): string => pathToFileURL(path.join(desk.folder, name)).href;

  test('reads a file again when it has changed, and only then', async () => {
    const read = pdfReader(BUNDLE);
    const report = addressOf('sources/report.pdf');
    const first = await read(report);
    expect(first).toMatchObject({ text: expect.stringContaining('\n\fCosts') });
    expect(await read(report)).toBe(first);
    desk.put({ 'sources/report.pdf': madePdf([column('All of it was withdrawn.')]) });
    expect(await read(report)).toEqual({ text: 'All of it was withdrawn.' });
    expect(await read(addressOf('sources/none.pdf'))).toBeUndefined();
    expect(await read('vscode-vfs://github/paper/report.pdf')).toMatchObject({ problem: expect.stringContaining('not read here') });
  });

  test('gives up what takes too long or fails, and reads the next one', async () => {
    const bytes = () => new Uint8Array(madePdf(REPORT));
    expect(await new PdfThread(BUNDLE, 0.001).read(bytes())).toEqual({ fault: 'too-slow' });
    expect(await new PdfThread(path.join(root, 'dist', 'none.js')).read(bytes())).toEqual({ fault: 'damaged' });
    const thread = new PdfThread(BUNDLE);
    const answers = await Promise.all([thread.read(new Uint8Array([1, 2, 3])), thread.read(bytes()), thread.read(bytes())]);
    expect(answers.map((answer) => ('pages' in answer ? answer.pages.length : answer.fault))).toEqual(['damaged', 3, 3]);
  });
});
