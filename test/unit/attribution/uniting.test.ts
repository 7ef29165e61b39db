import { describe, expect, it } from 'vitest';
import { readMarked } from './marked';

/** More than a chapter of nothing that speaks. */
const REST = `\n\n${new Array(700).fill('Rain fell on the harbour, and the tide rose over the stones.').join('\n\n')}\n\n`;

/** An article in which each of these texts stands in a chapter of its own. */
const read = (...chapters: readonly string[]) => readMarked([...chapters, ''].join(REST));

describe('speakers of several chapters', () => {
  it.each([
    ['the same name', ['{Mira Feld} said no.', '{Mira Feld} said yes.'], ['Mira Feld', 'Mira Feld']],
    ['a surname after the name', ['{Mira Feld} said no.', '{Feld} said yes.', '{Ms Feld} left.'], ['Mira Feld', 'Mira Feld', 'Mira Feld']],
    ['a surname before the name', ['{Feld} said yes.', '{Mira Feld} said no.'], ['Mira Feld', 'Mira Feld']],
    ['a surname without a name', ['{Feld} said yes.', '{Feld} said no.'], ['Feld', 'Feld']],
    ['a name in full', ['{Tom Hale} said no.', '{Tom Edward Hale} said yes.'], ['Tom Edward Hale', 'Tom Edward Hale']],
    ['a title', ['{Mr Hale} said no.', '{Tom Hale} said yes.'], ['Tom Hale', 'Tom Hale']],
    ['an acronym', ['{Calder Valley Water (CVW)} said no.', '{CVW} said yes.'], ['Calder Valley Water', 'Calder Valley Water']],
    [
      'a company’s first word',
      ['{Brightwater Holdings Ltd} said no.', '{Brightwater} said yes.'],
      ['Brightwater Holdings Ltd', 'Brightwater Holdings Ltd'],
    ],
    [
      'a pair',
      ['{Clara and Peter Boone} said no.', '{Clara and Peter Boone} said yes.'],
      ['Clara and Peter Boone', 'Clara and Peter Boone'],
    ],
    ['an institution', ['{Police} said no.', '{Police} said yes.'], ['Police', 'Police']],
  ])('are one by %s', (_, chapters, expected) => {
    const { sources, entities } = read(...chapters);
    expect(sources).toEqual(expected);
    expect(entities.filter(({ name }) => name === expected[0])).toHaveLength(1);
  });

  it.each([
    ['two of one surname', ['Clara Boone and Peter Boone met.', '{Boone} said no.', '{Boone} said yes.'], ['Boone', 'Boone'], 4],
    ['a woman and a man of one surname', ['{Mrs Boone} said no.', '{Mr Boone} said yes.'], ['Mrs Boone', 'Mr Boone'], 2],
    [
      'whom a chapter keeps apart',
      ['{Mr Boone} said no. {Mrs Boone} said yes.', '{Mrs Boone} left.'],
      ['Mr Boone', 'Mrs Boone', 'Mrs Boone'],
      2,
    ],
    ['a person and a body', ['{Mira Carrow} said no.', '{Carrow Council} said yes.'], ['Mira Carrow', 'Carrow Council'], 2],
    ['sources without a name', ['{A source} said no.', '{The source} said yes.'], ['A source', 'The source'], 2],
    ['those of one office', ['{The minister} said no.', '{The minister} said yes.'], ['The minister', 'The minister'], 2],
    ['what belongs to somebody', ['{Its board} said no.', '{Its board} said yes.'], ['Its board', 'Its board'], 2],
  ])('are apart: %s', (_, chapters, expected, count) => {
    const { sources, entities } = read(...chapters);
    expect(sources).toEqual(expected);
    expect(entities).toHaveLength(count);
  });

  it('find the one of that surname by gender', () => {
    expect(read('Clara Boone and Peter Boone met.', '{Mrs Boone} said no.', '{Mr Boone} said yes.').sources).toEqual([
      'Clara Boone',
      'Peter Boone',
    ]);
  });

  it('have what any chapter tells of them, and every mention, in order of the first', () => {
    const { entities, text } = read(
      '{Feld} said no. Tom Hale left.',
      'Harbour master {Mira Feld} said yes. {She} left.',
      '{Feld} laughed.',
    );
    const [feld, hale] = entities;
    expect(feld).toMatchObject({ id: 'e1', name: 'Mira Feld', role: 'Harbour master', kind: 'person', gender: 'female' });
    expect(feld?.mentions.map(([start, end]) => text.slice(start, end))).toEqual(['Feld', 'Harbour master Mira Feld', 'She', 'Feld']);
    expect(hale).toMatchObject({ id: 'e2', name: 'Tom Hale' });
  });
});
