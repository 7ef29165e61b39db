import { expect } from 'vitest';
import { analyse } from '../../../server/src/article';

/** An attribution in words, as the tests write and compare it. */
export interface Words {
  readonly source: string | null;
  readonly cue: string;
  readonly content: string;
  readonly via: string | null;
}

/** Stands before every marked text, so that its first paragraph is not taken for a headline. */
const LEAD = 'The council votes on the harbour\n\n';

/**
 * Reads a text with marks in it: `<s1>…</s1>` is the source of attribution 1, `<c1>…</c1>` its cue, `<t1>…</t1>` its content (each may stand several
 * times, and hold others); `<s2<1>…` says that attribution 2 is carried by 1.
 */
export function unmark(marked: string): { text: string; expected: Words[] } {
  const parts = new Map<string, { s: string[]; c: string[]; t: string[]; via: string | null }>();
  const open: { role: 's' | 'c' | 't'; id: string; start: number }[] = [];
  let text = '';
  let at = 0;
  for (const mark of marked.matchAll(/<(\/?)([sct])(\d)(?:<(\d))?>/g)) {
    text += marked.slice(at, mark.index);
    at = mark.index + mark[0].length;
    const [, closing, role = 's', id = '', via] = mark;
    const part = parts.get(id) ?? { s: [], c: [], t: [], via: null };
    parts.set(id, part);
    if (via) part.via = via;
    if (!closing) open.push({ role: role as 's' | 'c' | 't', id, start: text.length });
    else {
      const last = open.findLastIndex((o) => o.role === role && o.id === id);
      const [start] = open.splice(last, 1);
      if (!start) throw new Error(`</${role}${id}> closes nothing in: ${marked}`);
      part[start.role].push(text.slice(start.start));
    }
  }
  text += marked.slice(at);
  const words = ({ s, c, t }: { s: string[]; c: string[]; t: string[] }) => ({
    source: s.join(' … ') || null,
    cue: c.join(' … '),
    content: t.join(' … '),
  });
  const expected = [...parts.values()].map((part) => {
    const carrier = part.via ? parts.get(part.via) : undefined;
    return { ...words(part), via: carrier ? words(carrier).cue : null };
  });
  return { text, expected };
}

/** What `analyse` attributes in `text`, in words. */
export function attributionsIn(text: string): Words[] {
  const article = analyse(LEAD + text);
  const words = (spans: readonly (readonly [number, number])[]) => spans.map(([start, end]) => article.text.slice(start, end)).join(' … ');
  return article.attributions.map(({ source, cue, content, via }) => {
    const carrier = article.attributions.find(({ id }) => id === via);
    return { source: source && words(source), cue: words(cue), content: words(content), via: carrier ? words(carrier.cue) : null };
  });
}

/** Checks that `analyse` finds the attributions marked in a text, and no other. */
export function checkAttributions(marked: string): void {
  const { text, expected } = unmark(marked);
  const order = (list: Words[]) =>
    list.sort((a, b) => text.indexOf(a.content.slice(0, 12)) - text.indexOf(b.content.slice(0, 12)) || a.cue.localeCompare(b.cue));
  expect(order(attributionsIn(text))).toEqual(order(expected));
}
