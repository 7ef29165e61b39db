import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../../server/src/annotations/annotations-of';
import { added, edited, reattached, removed, replied, resolved } from '../../../server/src/annotations/change';
import { type Collection, emptyCollection } from '../../../server/src/annotations/collection';
import { merged } from '../../../server/src/annotations/merge';
import { readCollection } from '../../../server/src/annotations/read';
import { writeCollection } from '../../../server/src/annotations/write';

const SELECTORS = { exact: 'Rents have doubled', prefix: 'Tuesday. ', suffix: ' since 2019.', start: 40 };
const note = (id: string, text = `note ${id}`) => ({
  id: `urn:uuid:${id}`,
  kind: 'note' as const,
  note: text,
  sources: [],
  selectors: SELECTORS,
  by: 'Ana Ruiz',
  at: '2026-03-01T10:00:00Z',
});
const collection = (...ids: string[]): Collection =>
  ids.reduce((all, id) => added(all, note(id), 'story.md'), emptyCollection('Annotations of story.md'));

/** The collection that a text holds. */
function read(text: string): Collection {
  const result = readCollection(text);
  if ('malformed' in result) throw new Error(result.malformed.message);
  return result.collection;
}
const again = (all: Collection): Collection => read(writeCollection(all));
const ids = (all: Collection): string[] => annotationsOf(all).map(({ id }) => id.replace('urn:uuid:', ''));
const notes = (all: Collection): string[] =>
  annotationsOf(all).flatMap(({ note, replies }) => [note, ...replies.map((reply) => reply.note)]);

describe('the file of annotations', () => {
  test('is a W3C collection, a property a line', () => {
    const all = added(
      emptyCollection('Annotations of story.md'),
      {
        ...note('1', 'Checked against the register.'),
        kind: 'verified',
        sources: [
          { kind: 'file', path: 'sources/rent register.txt', line: 12 },
          { kind: 'link', url: 'https://rents.example/2025' },
          { kind: 'person', name: 'Ida Brekke, town clerk' },
        ],
      },
      'story.md',
    );
    expect(writeCollection(resolved(all, 'urn:uuid:1', { by: 'Tom Hale', at: '2026-03-02T10:00:00Z' }))).toMatchSnapshot();
  });

  test('says what was put into it', () => {
    const sources = [
      { kind: 'file', path: 'sources/rent register.txt', line: 12 },
      { kind: 'file', path: 'talk.txt', line: null },
      { kind: 'link', url: 'https://rents.example/2025' },
      { kind: 'person', name: 'Ida Brekke' },
    ] as const;
    const all = replied(added(collection('1'), { ...note('2'), kind: 'disputed', sources }, 'story.md'), 'urn:uuid:2', {
      id: 'urn:uuid:3',
      note: 'Are you sure?',
      by: 'Tom Hale',
      at: '2026-03-02T10:00:00Z',
    });
    const [first, second] = annotationsOf(again(resolved(all, 'urn:uuid:1', { by: 'Tom Hale', at: null })));
    expect(first).toEqual({ ...note('1'), modified: null, resolved: { by: 'Tom Hale', at: null }, replies: [] });
    expect(second).toMatchObject({ kind: 'disputed', sources, replies: [{ id: 'urn:uuid:3', note: 'Are you sure?', by: 'Tom Hale' }] });
  });

  test('keeps what other tools have put into it, to the letter', () => {
    const text = `${JSON.stringify(
      {
        '@context': ['http://www.w3.org/ns/anno.jsonld', { ours: 'https://paper.example/ns#' }],
        id: 'https://paper.example/notes',
        type: ['AnnotationCollection', 'BasicContainer'],
        total: 2,
        first: {
          type: 'AnnotationPage',
          items: [
            {
              type: 'Annotation',
              id: 'https://paper.example/1',
              'ours:desk': 'city',
              bodyValue: 'Look again.',
              target: 'https://paper.example/story',
            },
            {
              type: 'Annotation',
              id: 'https://paper.example/2',
              motivation: 'highlighting',
              creator: { id: 'acct:ana', nickname: 'ana' },
              target: {
                source: 'https://paper.example/story',
                styleClass: 'red',
                selector: [
                  { type: 'XPathSelector', value: '/p[3]' },
                  { type: 'TextQuoteSelector', exact: 'doubled' },
                ],
              },
            },
          ],
        },
      },
      null,
      '\t',
    )}\n`;
    const all = read(text);
    expect(writeCollection(all)).toBe(text);
    expect(annotationsOf(all)).toMatchObject([
      { note: 'Look again.', kind: 'note', selectors: null },
      { by: 'ana', selectors: { exact: 'doubled', prefix: '', start: null } },
    ]);
    const moved = JSON.parse(writeCollection(reattached(all, new Map([['https://paper.example/2', SELECTORS]]), 'story.md')));
    const [one, two] = moved.first.items;
    expect(one).toEqual(JSON.parse(text).first.items[0]);
    expect(two.target).toMatchObject({ styleClass: 'red', source: 'https://paper.example/story' });
    expect(two.target.selector.map(({ type }: { type: string }) => type)).toEqual([
      'TextQuoteSelector',
      'TextPositionSelector',
      'XPathSelector',
    ]);
    expect(JSON.parse(writeCollection(added(all, note('3'), 'story.md'))).total).toBe(3);
  });

  test.each([
    ['a page', { type: 'AnnotationPage', items: [{ id: 'a', bodyValue: 'x', target: 't' }] }],
    ['a list', [{ id: 'a', type: 'Annotation', bodyValue: 'x', target: 't' }]],
    ['one annotation', { id: 'a', type: 'Annotation', bodyValue: 'x', target: 't' }],
  ])('may be %s, and stays one', (_, value) => {
    const all = read(JSON.stringify(value));
    expect(annotationsOf(all)).toMatchObject([{ id: 'a', note: 'x' }]);
    expect(JSON.parse(writeCollection(all))).toEqual(value);
  });

  test.each([
    ['', 'The file is empty', 0],
    ['{ "type": "AnnotationCollection", "first": { "items": [', 'missing', 55],
    ['{ "items": [1] }', 'no object', 0],
    ['{ "name": "story" }', 'no collection of annotations', 0],
    ['{ "type": "AnnotationCollection", "first": "page2.json" }', 'in other files', 0],
    ['{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> theirs\n}', 'Git could not merge', 2],
    ['['.repeat(200_000), 'nested too deeply', 0],
  ])('is malformed as %j', (text, message, at) => {
    const result = readCollection(text);
    expect('malformed' in result && result.malformed.message).toContain(message);
    expect('malformed' in result && result.malformed.span[0]).toBe(at);
  });

  test('is read whatever it holds, or said to be malformed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"type":"AnnotationPage","items":[${json}]}`),
        ),
        (text) => {
          const result = readCollection(text);
          if ('collection' in result) {
            expect(annotationsOf(result.collection).length).toBeLessThanOrEqual(result.collection.items.length);
            expect(JSON.parse(writeCollection(result.collection))).toBeDefined();
          }
        },
      ),
    );
  });
});

describe('an annotation', () => {
  test('is changed in what is changed, and nowhere else', () => {
    const all = collection('1', '2');
    const now = edited(all, 'urn:uuid:1', { note: 'Better.', kind: 'needs-source' }, '2026-03-03T10:00:00Z');
    expect(now.items[1]).toBe(all.items[1]);
    expect(annotationsOf(now)[0]).toMatchObject({
      note: 'Better.',
      kind: 'needs-source',
      modified: '2026-03-03T10:00:00Z',
      by: 'Ana Ruiz',
    });
    expect(annotationsOf(edited(now, 'urn:uuid:1', { kind: 'question' }, null))[0]).toMatchObject({ kind: 'question', note: 'Better.' });
  });

  test('goes with its replies', () => {
    const all = replied(collection('1', '2'), 'urn:uuid:1', { id: 'urn:uuid:3', note: 'No.', by: null, at: null });
    expect(ids(removed(all, 'urn:uuid:1'))).toEqual(['2']);
    expect(removed(all, 'urn:uuid:1').items).toHaveLength(1);
    expect(annotationsOf(removed(all, 'urn:uuid:3'))[0]?.replies).toEqual([]);
  });

  test('is there once, however often it is added', () => {
    expect(added(collection('1'), note('1', 'again'), 'story.md')).toEqual(collection('1'));
  });

  test('shows as one of its own where what it answers is gone', () => {
    const all = replied(collection('1'), 'urn:uuid:gone', { id: 'urn:uuid:3', note: 'No.', by: null, at: null });
    expect(notes(all)).toEqual(['note 1', 'No.']);
  });
});

describe('two versions of a file', () => {
  test('hold what either has added, and not what either has taken out', () => {
    const base = collection('2', '5');
    const joined = merged(base, removed(added(base, note('1'), 'story.md'), 'urn:uuid:5'), added(base, note('9'), 'story.md'));
    expect(ids(joined)).toEqual(['1', '2', '9']);
  });

  test('keep what one has changed and the other taken out', () => {
    const base = collection('1');
    const changed = edited(base, 'urn:uuid:1', { note: 'Better.' }, '2026-03-03T10:00:00Z');
    expect(notes(merged(base, removed(base, 'urn:uuid:1'), changed))).toEqual(['Better.']);
    expect(notes(merged(base, changed, removed(base, 'urn:uuid:1')))).toEqual(['Better.']);
  });

  test('keep both notes where both have changed one, the later on top', () => {
    const base = collection('1');
    const ours = edited(base, 'urn:uuid:1', { note: 'Ours.' }, '2026-03-03T10:00:00Z');
    const theirs = edited(base, 'urn:uuid:1', { note: 'Theirs.' }, '2026-03-04T10:00:00Z');
    expect(notes(merged(base, ours, theirs))).toEqual(['Theirs.', 'Ours.']);
    const twice = merged(base, merged(base, ours, theirs), merged(base, ours, theirs));
    expect(notes(twice)).toEqual(['Theirs.', 'Ours.']);
  });

  test('lose no note, whatever was done to either', () => {
    const step = fc.record({
      on: fc.constantFrom('1', '2', '3', '4', '5'),
      what: fc.constantFrom('add', 'edit', 'remove', 'resolve', 'reply'),
      word: fc.nat({ max: 9 }),
    });
    const run = (all: Collection, steps: readonly { on: string; what: string; word: number }[], who: string): Collection =>
      steps.reduce((now, { on, what, word }, i) => {
        const id = `urn:uuid:${on}`;
        const at = `2026-03-0${1 + (word % 9)}T10:00:00Z`;
        if (what === 'add') return added(now, note(`${who}${i}`), 'story.md');
        if (what === 'edit') return edited(now, id, { note: `${who} ${word}` }, at);
        if (what === 'remove') return removed(now, id);
        if (what === 'resolve') return resolved(now, id, { by: who, at });
        return replied(now, id, { id: `urn:uuid:${who}${i}r`, note: `${who} answers ${i}`, by: who, at });
      }, all);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.array(step, { maxLength: 8 }), (mine, theirs) => {
        const base = collection('1', '2', '3', '4', '5');
        const [ours, others] = [run(base, mine, 'a'), run(base, theirs, 'b')];
        const said = new Set(notes(merged(base, ours, others)));
        const before = new Set(notes(base));
        for (const side of [ours, others]) for (const one of notes(side)) if (!before.has(one)) expect(said).toContain(one);
        // Whatever neither took out or changed is there, too.
        for (const one of before) if (notes(ours).includes(one) && notes(others).includes(one)) expect(said).toContain(one);
      }),
    );
  });
});
