// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets are written so
import { describe, expect, test } from 'vitest';
import type { Abilities } from '../../../server/src/features/abilities';
import { PLAINEST } from '../../../server/src/features/abilities';
import { diagnostic, rulePage } from '../../../server/src/features/diagnostics';
import { withoutStops, workspaceEdit } from '../../../server/src/features/fix-edit';
import { Lines } from '../../../server/src/features/lines';
import type { Finding } from '../../../server/src/rules/rule';
import { createService } from '../../../server/src/service';

const able: Abilities = { ...PLAINEST, documentChanges: true, snippetEdits: true, rulePages: 'https://example.org/rules/' };
const lines = new Lines('One.\nTwo.\n');
const finding: Finding = { code: 'claim/unsourced', severity: 'warning', span: [5, 9], message: 'Who says so?', related: [] };

describe('a diagnostic', () => {
  test('carries code, severity and the page of its rule, and nothing that moves with the text above', () => {
    expect(diagnostic(finding, 'file:///a.txt', lines, able)).toEqual({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
      severity: 2,
      code: 'claim/unsourced',
      codeDescription: { href: 'https://example.org/rules/claim/unsourced.md' },
      source: 'On Record',
      message: 'Who says so?',
    });
  });

  test('fades what might as well not be there', () => {
    expect(diagnostic({ ...finding, code: 'suppression/unused' }, 'file:///a.txt', lines, able).tags).toEqual([1]);
  });

  test('points at related places', () => {
    const related = [{ span: [0, 4] as const, message: 'first said here' }];
    expect(diagnostic({ ...finding, related }, 'file:///a.txt', lines, able).relatedInformation).toEqual([
      {
        location: { uri: 'file:///a.txt', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } } },
        message: 'first said here',
      },
    ]);
  });

  test('has no link where nobody knows the page', () => {
    expect(diagnostic(finding, 'file:///a.txt', lines, PLAINEST)).not.toHaveProperty('codeDescription');
    expect(rulePage('x/', 'a b/c?d')).toBe('x/a%20b/c%3Fd.md');
  });
});

describe('an edit', () => {
  const document = { uri: 'file:///a.txt', version: 7 };
  const edits = [{ span: [8, 8] as const, text: ', ${1:Ana Ruiz} said', snippet: true }];

  test('is bound to its version and keeps its stops, where the client understands that', () => {
    expect(workspaceEdit(edits, document, lines, able)).toEqual({
      documentChanges: [
        {
          textDocument: document,
          edits: [
            {
              range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } },
              snippet: { kind: 'snippet', value: ', ${1:Ana Ruiz} said' },
            },
          ],
        },
      ],
    });
  });

  test('is plain words for the plainest client', () => {
    const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } };
    expect(workspaceEdit(edits, document, lines, PLAINEST)).toEqual({
      changes: { 'file:///a.txt': [{ range, newText: ', Ana Ruiz said' }] },
    });
  });

  test.each([
    ['plain', 'plain'],
    ['${1:who} said', 'who said'],
    ['${1:who} ${2:said}$0.', 'who said.'],
    ['${1|said,added|} ${2:a ${3:b} c}', 'said a b c'],
    ['\\$5 million \\} \\\\', '$5 million } \\'],
    ['costs $ and {braces}', 'costs $ and {braces}'],
    ['${1}', ''],
    ['${1:open', 'open'],
    ['${1|a,b', 'a'],
    ['\\', '\\'],
  ])('“%s” without its stops is “%s”', (snippet, text) => {
    expect(withoutStops(snippet)).toBe(text);
  });
});

describe('the actions for a stretch of an article', () => {
  const service = createService({ encoding: 'utf-8', documentChanges: true });
  const text = `Ferry to return

“It is time,” said the mayor, Tom Hale. “We waited for years.

The ferry sails again. <!-- onrecord-disable-line claim/weasel -- é --> <!-- onrecord-disable-line cue/allegedly -- old -->
`;
  const article = service.analyse(text, { format: 'plain' });
  const document = { uri: 'file:///a.txt', version: 3 };
  const whole = service.lines(article).rangeOf([0, text.length]);
  const diagnostics = service.diagnostics(article, document.uri);

  test('are the fixes of what it shows, each with what it mends', () => {
    const actions = service.codeActions(article, document, whole, { diagnostics });
    const closing = actions.find(({ title }) => title.startsWith('Close the quote'));
    expect(closing?.diagnostics?.map(({ code }) => code)).toEqual(['quote/unclosed']);
    const removals = actions.filter(({ title }) => title === 'Remove the comment');
    expect(removals.map((action) => action.diagnostics?.[0]?.range.start)).toEqual(
      diagnostics.filter(({ code }) => code === 'suppression/unused').map(({ range }) => range.start),
    );
  });

  test('hold the safe ones at once, where they are asked for, and no other', () => {
    const [action, ...others] = service.codeActions(article, document, whole, { diagnostics, only: ['source.fixAll'] });
    expect(others).toEqual([]);
    const [change] = action?.edit?.documentChanges ?? [];
    expect(change && 'edits' in change ? change.edits.map((edit) => 'newText' in edit && edit.newText) : []).toEqual(['', '']);
  });
});
