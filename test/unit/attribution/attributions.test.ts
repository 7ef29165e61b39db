import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { attributionsIn, checkAttributions } from './marked-attributions';

describe('a quote and its cue', () => {
  test.each([
    '<t1>“We will rebuild the harbour,”</t1> <s1>Ana Ruiz</s1> <c1>said</c1>.',
    '<t1>“We will rebuild the harbour,”</t1> <c1>said</c1> <s1>Ana Ruiz</s1>.',
    '<t1>“We will rebuild the harbour,”</t1> <c1>said</c1> <s1>Ana Ruiz, the mayor of Saltmere</s1>.',
    '<t1>“We will rebuild the harbour,”</t1> <s1>she</s1> <c1>told</c1> reporters on Friday.',
    '<s1>Ana Ruiz</s1> <c1>said</c1>: <t1>“We will rebuild the harbour.”</t1>',
    '<s1>Ana Ruiz</s1> <c1>told</c1> the Saltmere Echo: <t1>“We will rebuild the harbour.”</t1>',
    '<s1>The mayor, Ana Ruiz</s1>, <c1>said</c1> on Tuesday, <t1>“We will rebuild the harbour.”</t1>',
    '<t1>“Will they rebuild it?”</t1> <s1>he</s1> <c1>asked</c1>.',
    '<t1>“We are tired,”</t1> <s1>Tom Hale, 61, a fisherman</s1>, <c1>said</c1>.',
    '<t1>“The harbour is safe,”</t1> <c1>according to</c1> <s1>a spokesman for the port authority</s1>.',
  ])('on either side, in either order: %s', checkAttributions);

  test.each([
    '<t1>‘We will rebuild the harbour,’</t1> <s1>Ana Ruiz</s1> <c1>said</c1>.',
    '<t1>‘We will rebuild the harbour’</t1>, <c1>said</c1> <s1>Sir Tom Hale</s1>.',
    '<t1>"We will rebuild the harbour,"</t1> <c1>said</c1> <s1>Ruiz</s1>.',
    '<t1>«We will rebuild the harbour»</t1>, <c1>said</c1> <s1>Ruiz</s1>.',
  ])('with any marks: %s', checkAttributions);

  test('interrupted by it, is one content', () => {
    checkAttributions('<t1>“The harbour,”</t1> <s1>Ruiz</s1> <c1>said</c1>, <t1>“will be rebuilt.”</t1>');
    checkAttributions('<t1>“We are ready,”</t1> <s1>Ruiz</s1> <c1>said</c1>. <t1>“The money is there.”</t1>');
  });

  test('in two voices, stay two', () => {
    checkAttributions('<t1>“It is safe,”</t1> <s1>Ruiz</s1> <c1>said</c1>. <t2>“It is not,”</t2> <c2>replied</c2> <s2>Hale</s2>.');
  });
});

describe('words without quotation marks', () => {
  test.each([
    '<s1>The council</s1> <c1>said</c1> <t1>that the harbour would be rebuilt</t1>.',
    '<s1>The council</s1> <c1>said</c1> <t1>the harbour would be rebuilt by June</t1>.',
    '<t1>The harbour will be rebuilt</t1>, <s1>the council</s1> <c1>announced</c1>.',
    '<c1>According to</c1> <s1>the harbour master, Ida Brekke</s1>, <t1>the bridge cost £3.4m</t1>.',
    '<c1>According to</c1> <s1>the council</s1>, <t1>the harbour will be rebuilt by June</t1>.',
    '<t1>The harbour will be rebuilt by June</t1>, <c1>according to</c1> <s1>the council</s1>.',
    '<s1>Ruiz</s1> <c1>urged</c1> <t1>the council to rebuild the harbour</t1>.',
    '<s1>A study</s1> <c1>found</c1> <t1>that the wall had moved by 12 centimetres</t1>.',
  ])('%s', checkAttributions);

  test('hold quoted words', () => {
    checkAttributions('<s1>The council</s1> <c1>said</c1> <t1>that it had “no such plan” for the harbour</t1>.');
  });
});

describe('relays', () => {
  test.each([
    '<t1><t2>“We will not yield,”</t2></t1> <s1>Radio Norra</s1> <c1><c2>quoted</c2></c1> <s2<1>Minister Ilse Brandt</s2> <c2>as saying</c2>.',
    '<s1>The report</s1> <c1>said</c1> <t1>that <c2>according to</c2> <s2<1>a source</s2>, <t2>the talks were still under way</t2></t1>.',
    '<t1><s2<1>The ministry</s2> <c2>said</c2> <t2>that the talks had failed</t2></t1>, <s1>the Norra Post</s1> <c1>reported</c1>.',
  ])('%s', checkAttributions);
});

describe('layout', () => {
  test.each([
    '<s1>BRANDT</s1><c1>:</c1> <t1>We were never asked. Nobody called.</t1>',
    '<t1>“The best pie in the county.”</t1> <c1>—</c1> <s1>Tom Hale, Saltmere</s1>',
  ])('%s', checkAttributions);
});

describe('an interview', () => {
  test('gives its answers to its guest', () => {
    const article = analyse(
      'Lunch with Ilse Brandt\n\nIlse Brandt cooks for forty. Brandt opened the kitchen in 1999, and Brandt never left.\n\nWhy did you stay?\n\n“Because nobody else would light the stove at five.”\n\nIs it hard?\n\n“Only in the winter, when the wood is wet.”\n',
    );
    const guest = article.entities.find(({ name }) => name === 'Ilse Brandt');
    expect(guest).toBeDefined();
    expect(article.attributions.map(({ speaker, source, cue, kind }) => ({ speaker, source, cue, kind }))).toEqual(
      Array(2).fill({ speaker: guest?.id, source: null, cue: [], kind: 'direct' }),
    );
    expect(article.quotes.every(({ attribution }) => attribution !== null)).toBe(true);
  });
});

describe('no attribution', () => {
  test.each([
    'The harbour was rebuilt in 1957.',
    'The so-called “experts” never came.',
    'He read “The Old Harbour” twice.',
    'The wall is 6\'2" high.',
  ])('%s', (text) => expect(attributionsIn(text)).toEqual([]));
});

test('the mark that opens a quote is no part of the source before it, nor of its name', () => {
  const text = 'Ferry to return\n\nThe paper, marked ‹secret›, argues that a second ferry would be cheaper.\n';
  const { attributions, entities } = analyse(text);
  expect(attributions.flatMap(({ source }) => source ?? []).map((span) => text.slice(...span).endsWith('‹'))).not.toContain(true);
  expect(entities.map(({ name }) => name.endsWith('‹'))).toEqual([false]);
});
