import { expect, test } from 'vitest';
import type { Annotation } from '../../../server/src/annotations/annotation';
import { annotationCard } from '../../../server/src/features/annotation-card';
import { renderCard } from '../../../server/src/features/card';

const text = 'Rents have doubled since 2019.';
const annotation: Annotation = {
  id: 'urn:uuid:1',
  kind: 'verified',
  note: 'In the register.\n\nPage [4](command:evil) <b>x</b>',
  sources: [{ kind: 'file', path: 'sources/register.txt', line: 12 }],
  by: 'Ana *Ruiz*',
  at: '2026-03-01T10:00:00Z',
  modified: null,
  resolved: { by: 'Tom Hale', at: null },
  replies: [{ id: 'urn:uuid:2', note: 'Good.', by: null, at: null }],
  selectors: { exact: text, prefix: '', suffix: '', start: 0 },
};
const shown = (of: Annotation, now = text): string =>
  renderCard(annotationCard(now, { annotation: of, span: [0, now.length] }), 'markdown').value;

test('a card says what, who, when, why, on what grounds, and what was answered, and nothing in it does anything', () => {
  expect(shown(annotation).split('\n\n')).toEqual([
    '**Verified** by Ana \\*Ruiz\\*, 1 March 2026',
    'In the register.',
    'Page \\[4\\]\\(command\\:evil\\) \\<b\\>x\\<\\/b\\>',
    'Source: sources\\/register.txt\\:12',
    '- **Somebody**: Good.',
    'Settled by Tom Hale',
  ]);
});

test('a card says that its words have become others, and what they were', () => {
  expect(shown(annotation, 'Rents have trebled since 2019.')).toContain(
    'The words have changed since, so this no longer counts. Verified was: “Rents have doubled since 2019.”',
  );
  expect(shown({ ...annotation, kind: 'note' }, 'Rents have trebled since 2019.')).not.toContain('changed');
});

test('a card says no more than it can show', () => {
  expect(shown({ ...annotation, note: Array(50).fill('more').join('\n') }).match(/more/g)).toHaveLength(5);
  expect(shown({ ...annotation, by: null, at: 'yesterday', note: '', sources: [], replies: [], resolved: null })).toBe('**Verified**');
});
