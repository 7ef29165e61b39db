import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lines, type PositionEncoding } from '../../server/src/features/lines';
import { Client, LIKE_VSCODE } from './client';
import { TRAM } from './texts';

const pieces = [
  'a',
  ' ',
  '“',
  '”',
  '"',
  '\n',
  '\r\n',
  '\n\n',
  '\r',
  '😀',
  'é',
  ' said Ana Ruiz',
  '. ',
  'According to him, ',
  '\ud83d',
  '\ude00',
  COMMENTED(),
];
function COMMENTED(): string {
  return '<!-- onrecord-disable-line -->';
}
const edit = fc.record({
  from: fc.nat(),
  length: fc.nat({ max: 40 }),
  text: fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
});
const bursts = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

describe.each(['utf-16', 'utf-8', 'utf-32'] satisfies PositionEncoding[])('in %s, after any edits', (encoding) => {
  test('an article is what it would be if it had just been opened', async () => {
    const client = await Client.start({ capabilities: { ...LIKE_VSCODE, general: { positionEncodings: [encoding] } } });
    let count = 0;
    await fc.assert(
      fc.asyncProperty(bursts, async (bursts) => {
        const uri = `file:///paper/edited-${++count}.article`;
        await client.open(uri, TRAM);
        let text = TRAM;
        for (const burst of bursts) {
          const changes = burst.map(({ from, length, text: inserted }) => {
            const lines = new Lines(text, encoding);
            // Through positions and back, for an edit can begin neither inside a character nor inside a line end.
            const range = lines.rangeOf([from % (text.length + 1), Math.min((from % (text.length + 1)) + length, text.length)]);
            const [start, end] = lines.spanOf(range);
            text = text.slice(0, start) + inserted + text.slice(end);
            return { range, text: inserted };
          });
          await client.change(uri, ...changes);
          if (burst.length % 2 === 0) await client.tokens(uri);
        }
        const reopened = `file:///paper/reopened-${count}.article`;
        await client.open(reopened, text);
        expect(await client.tokens(uri)).toEqual(await client.tokens(reopened));
        const [edited, whole] = [uri, reopened].map((uri) =>
          client.ask('textDocument/codeAction', {
            textDocument: { uri },
            range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } },
            context: { diagnostics: [] },
          }),
        );
        const titles = async (actions: Promise<unknown> | undefined) => ((await actions) as { title: string }[]).map(({ title }) => title);
        expect(await titles(edited)).toEqual(await titles(whole));
        for (const uri of [`file:///paper/edited-${count}.article`, reopened])
          await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 25) },
    );
    expect(await client.stop()).toBe(0);
  });
});
