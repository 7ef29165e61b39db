import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, SnippetTextEdit, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { withoutStops } from '../../server/src/features/fix-edit';
import { Client } from './client';

let client: Client;
let count = 0;

beforeAll(async () => {
  client = await Client.start();
});
afterAll(async () => {
  await client.stop();
});

/** What a person sees and does: the squiggle with this code, its lightbulb, the first fix chosen; what becomes of the text and its findings. */
async function mend(
  code: string,
  text: string,
  wanted?: RegExp,
): Promise<{ titles: string[]; edits: (TextEdit | SnippetTextEdit)[]; after: string; left: Diagnostic[] }> {
  const uri = `file:///paper/mended-${++count}.article`;
  await client.open(uri, text);
  const found = (await client.diagnostics(uri)).find((diagnostic) => diagnostic.code === code);
  if (!found) throw new Error(`no ${code} in: ${text}`);
  const context = { diagnostics: [found], only: ['quickfix'] };
  const all = await client.ask<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: found.range, context });
  const actions = all.filter(({ diagnostics }) => diagnostics?.some((diagnostic) => diagnostic.code === code));
  expect(actions[0]?.isPreferred).toBe(true);
  const resolved = await client.ask<CodeAction>(
    'codeAction/resolve',
    wanted ? actions.find(({ title }) => wanted.test(title)) : actions[0],
  );
  const change = resolved.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
  const edits = change?.edits ?? [];
  const plain = edits.map((edit) => ({ range: edit.range, newText: 'snippet' in edit ? withoutStops(edit.snippet.value) : edit.newText }));
  const after = TextDocument.applyEdits(TextDocument.create(uri, 'article', 1, text), plain);
  const reopened = `${uri}-after.article`;
  await client.open(reopened, after);
  return { titles: actions.map(({ title }) => title), edits, after, left: await client.diagnostics(reopened) };
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('from squiggle to mended text', () => {
  test('a quote of nobody is given to a speaker at hand', async () => {
    const text =
      'Ferry to stay in port\n\nThe ferry Alma will not sail this week, Ida Brandt, the harbour master of Sund, said on Tuesday.\n\nThe town has waited for years for a new one.\n\n“My father sailed on her and so did his.”\n\nThe yard will open again in June.\n';
    const { titles, after, left } = await mend('quote/unattributed', text);
    expect(titles.some((title) => title.includes('Brandt'))).toBe(true);
    expect(after).toMatch(/so did his[,.]” .*Brandt/);
    expect(codes(left)).not.toContain('quote/unattributed');
  });

  test('a quote that does not end is closed', async () => {
    const text =
      'Ferry to stay in port\n\n“We would rather lose a week than lose a ship, said Ida Brandt, the harbour master of Sund.\n\nThe crew has been sent home, she said.\n';
    const { after, left } = await mend('quote/unclosed', text);
    expect(after.match(/”/g)).toHaveLength(1);
    expect(codes(left)).not.toContain('quote/unclosed');
  });

  test('a claim of nobody is given a source', async () => {
    const text =
      'Ferry to stay in port\n\nThe ferry Alma will not sail this week, Ida Brandt, the harbour master of Sund, said on Tuesday.\n\nThe repair of the ferry cost 12 million crowns, three times as much as any before it, and killed 40 per cent of the budget.\n';
    const { titles, after, left } = await mend('claim/unsourced', text);
    expect(titles.length).toBeGreaterThan(1);
    expect(after.length).toBeGreaterThan(text.length);
    expect(codes(left)).not.toContain('claim/unsourced');
  });

  test('a source that only the writer knows is left to be filled in', async () => {
    const text =
      'Ferry to stay in port\n\nThe repair of the ferry cost 12 million crowns, three times as much as any before it, and killed 40 per cent of the budget.\n';
    const { edits } = await mend('claim/unsourced', text, /^Add a source/);
    const [edit] = edits;
    expect(edit && 'snippet' in edit ? edit.snippet.value : '').toMatch(/\$\{1:[^}]+\}/);
  });
});
