import { describe, expect, test } from 'vitest';
import type { Annotation, Kind } from '../../../server/src/annotations/annotation';
import { isSameStatement } from '../../../server/src/annotations/same-statement';
import { sourceOf, writtenSource } from '../../../server/src/annotations/source';
import { annotationsOn, hasLapsed, verdictOn, verdictsOf } from '../../../server/src/annotations/verdicts';
import { annotated } from './texts';

const MARKED = 'The council met on Tuesday. [[Rents in Carrow have doubled since 2019.]] Nobody knows why.';
const { text, span, selectors } = annotated(MARKED);

const annotation = (kind: Kind, more: Partial<Annotation> = {}): Annotation => ({
  id: kind,
  kind,
  note: '',
  sources: [],
  by: 'Ana Ruiz',
  at: '2026-03-01T10:00:00Z',
  modified: null,
  resolved: null,
  replies: [],
  selectors,
  ...more,
});
const judged = (...all: Annotation[]): string[] =>
  verdictsOf(
    text,
    all.map((one) => ({ annotation: one, span })),
  ).map(({ annotation }) => annotation);

describe('the verdicts on a text', () => {
  test('are those that are open, and those that have verified something', () => {
    const settled = { resolved: { by: null, at: null } };
    expect(judged(annotation('note'), annotation('question'), annotation('disputed'))).toEqual(['disputed']);
    expect(judged(annotation('disputed', settled), annotation('needs-source', settled), annotation('verified', settled))).toEqual([
      'verified',
    ]);
  });

  test('hold nowhere while their words are gone', () => {
    expect(verdictsOf(text, [{ annotation: annotation('verified'), span: null }])).toEqual([]);
  });

  test('are told by the latest that covers most of a claim', () => {
    const late = annotation('verified', { modified: '2026-03-09T10:00:00Z' });
    const verdicts = verdictsOf(
      text,
      [late, annotation('disputed', { at: '2026-03-02T10:00:00Z' })].map((one) => ({ annotation: one, span })),
    );
    expect(verdictOn(verdicts, span)?.verdict).toBe('verified');
    expect(verdictOn(verdicts, [0, text.length])?.verdict).toBeUndefined();
    expect(verdictOn(verdicts, [span[0] + 5, span[0] + 10])?.verdict).toBe('verified');
  });

  test('lapse where what was verified states something else now', () => {
    const placed = { annotation: annotation('verified'), span };
    expect(hasLapsed(text, placed)).toBe(false);
    const changed = text.replace('doubled', 'trebled');
    expect(hasLapsed(changed, placed)).toBe(true);
    expect(verdictsOf(changed, [placed])).toEqual([]);
  });
});

test.each([
  ['Rents have doubled, she said.', 'rents have “doubled” — she said', true],
  ['The harbuor master was there.', 'The harbour master was there.', true],
  ['Rents rose by 3 per cent.', 'Rents rose by 4 per cent.', false],
  ['It cost 3 million crowns.', 'It cost 3 billion crowns.', false],
  ['He was there.', 'He was not there.', false],
  ['It is now open.', 'It is not open.', false],
  ['Rents have doubled.', 'Rents have nearly doubled.', false],
])('%j and %j state the same: %s', (a, b, same) => {
  expect(isSameStatement(a, b)).toBe(same);
});

test('the annotations on a stretch are those that share some of it, or hold the cursor', () => {
  const placed = [
    { annotation: annotation('note'), span },
    { annotation: annotation('question'), span: null },
  ];
  expect(annotationsOn(placed, [span[0] + 3, span[0] + 3])).toEqual([placed[0]]);
  expect(annotationsOn(placed, [0, 3])).toEqual([]);
  expect(annotationsOn(placed, [span[1], span[1]])).toEqual([placed[0]]);
});

test.each([
  ['https://rents.example/2025', { kind: 'link', url: 'https://rents.example/2025' }],
  ['www.rents.example/2025', { kind: 'link', url: 'https://www.rents.example/2025' }],
  ['sources/talk.txt', { kind: 'file', path: 'sources/talk.txt', line: null }],
  ['talk.vtt:41', { kind: 'file', path: 'talk.vtt', line: 41 }],
  ['sources/rent register.txt#L12', { kind: 'file', path: 'sources/rent register.txt', line: 12 }],
  ['Ida Brekke, town clerk', { kind: 'person', name: 'Ida Brekke, town clerk' }],
  ['Dr. J. R. Hale', { kind: 'person', name: 'Dr. J. R. Hale' }],
  ['  ', null],
])('%j is read as a source', (typed, source) => {
  const read = sourceOf(typed);
  expect(read).toEqual(source);
  if (read) expect(sourceOf(writtenSource(read))).toEqual(read);
});
