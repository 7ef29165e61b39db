import { describe, expect, test } from 'vitest';
import { Rehearsal } from '../../../server/src/server/rehearsal';
import { createService, type Service } from '../../../server/src/service';

const TEXT = `Pier to reopen\n\n${'“It is ours again,” the mayor, Ana Ruiz, said. The repair cost 3 million crowns.\n\n'.repeat(200)}`;
const UNSET = undefined as never;

/** A service that notes which texts it reads, and a clock that goes on by `step` milliseconds with each look. */
function watched(step: number) {
  const service = createService();
  const texts: string[] = [];
  const noting: Service = {
    ...service,
    analyse(text, options) {
      texts.push(text);
      return service.analyse(text, options);
    },
  };
  let time = 0;
  const host = { service: () => noting, turn: () => Promise.resolve(), now: () => (time += step) };
  return { service, texts, host };
}

describe('a rehearsal of typing', () => {
  test('types into the beginning of the article, here and there, and comes to an end', async () => {
    const { service, texts, host } = watched(0.01);
    const article = service.analyse(TEXT);
    const rehearsal = new Rehearsal(host);
    await rehearsal.goOn(article, UNSET);
    expect(rehearsal.isOver).toBe(true);
    const [first = ''] = texts;
    expect(TEXT.startsWith(first)).toBe(true);
    expect(first.length).toBeLessThan(TEXT.length / 2);
    expect(texts.slice(1).map(({ length }) => length)).toEqual(texts.slice(1).map((_, i) => first.length + i + 1));
    expect(article.text).toBe(TEXT);
    await rehearsal.goOn(article, UNSET);
    expect(texts.length).toBe(201);
  });

  test('takes no longer than is worth it', async () => {
    const { service, texts, host } = watched(100);
    const rehearsal = new Rehearsal(host);
    await rehearsal.goOn(service.analyse(TEXT), UNSET);
    expect(rehearsal.isOver).toBe(true);
    expect(texts.length).toBe(7);
  });

  test('gives way to whatever is wanted, and goes on another time', async () => {
    const { service, texts, host } = watched(0.01);
    const rehearsal = new Rehearsal({
      ...host,
      turn: async () => {
        if (texts.length === 20) rehearsal.interrupt();
      },
    });
    await rehearsal.goOn(service.analyse(TEXT), UNSET);
    expect(rehearsal.isOver).toBe(false);
    expect(texts.length).toBe(20);
    await rehearsal.goOn(service.analyse(TEXT), UNSET);
    expect(rehearsal.isOver).toBe(true);
  });

  test.each(['', '\n', 'One line.', '“'.repeat(20_000)])('can be done with any text: %#', async (text) => {
    const { service, host } = watched(0.01);
    await new Rehearsal(host).goOn(service.analyse(text), UNSET);
  });
});
