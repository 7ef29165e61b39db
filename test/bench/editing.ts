import { Lines } from '../../server/src/features/lines';
import { type Figure, type Group, quantile } from './figures';
import { type Change, MeteredClient } from './metered-client';
import { chance, longArticle } from './texts';

const WORDS = ['council ', 'she added ', 'according ', '“quite” ', 'unanimous, '];

/** How long after an article has been shown somebody begins to type, in milliseconds. */
const SETTLING = 1_500;

/** The lengths of the articles, in words. */
export const LENGTHS = [1_000, 10_000, 100_000];

/**
 * The editing loop as a client sees it, over standard input and output. With `against`, the folder of another build, each edit is sent to both servers,
 * the one right after the other and each first in turn, so that their figures can be held against each other however busy the machine is. `typed` characters are typed in each article: in words, each at another place.
 */
export async function measureEditing(
  articles: readonly string[],
  { rounds, typed, against }: { readonly rounds: number; readonly typed: number; readonly against?: string | undefined },
): Promise<Group> {
  const builds = against === undefined ? ['dist'] : ['dist', against];
  const sessions = LENGTHS.map((words) => ({ words, measured: builds.map(newMeasures) }));
  for (let round = 0; round < rounds; round++) {
    for (const { words, measured } of sessions) await edit(longArticle(articles, words), builds, measured, { round, typed });
  }
  return {
    title: 'The editing loop',
    about: `From a change until its colours and findings have come, over stdio: ${typed} characters at random places in each of ${rounds} rounds; less is better.`,
    figures: sessions.flatMap(({ words, measured: [own, other] }) => (own ? figuresOf(words, own, other) : [])),
  };
}

/** What is measured of one server with an article of one length. */
interface Measures {
  readonly type: number[];
  readonly burst: number[];
  readonly paste: number[];
  readonly undo: number[];
  readonly replace: number[];
  readonly received: number[];
  readonly sent: number[];
}

const newMeasures = (): Measures => ({ type: [], burst: [], paste: [], undo: [], replace: [], received: [], sent: [] });

function figuresOf(words: number, own: Measures, other: Measures | undefined): Figure[] {
  const figure = (name: string, unit: Figure['unit'], of: (measures: Measures) => number): Figure => ({
    name: `${words.toLocaleString('en')} words: ${name}`,
    unit,
    value: of(own),
    ...(other && { beside: { name: 'the other build', value: of(other) } }),
  });
  return [
    ...[0.5, 0.95, 0.99].map((share) => figure(`a keystroke, p${share * 100}`, 'ms', ({ type }) => quantile(type, share))),
    figure('ten keystrokes at once', 'ms', ({ burst }) => quantile(burst, 0.5)),
    figure('five paragraphs pasted', 'ms', ({ paste }) => quantile(paste, 0.5)),
    figure('undone', 'ms', ({ undo }) => quantile(undo, 0.5)),
    figure('a word replaced everywhere', 'ms', ({ replace }) => quantile(replace, 0.5)),
    figure('a keystroke, bytes received', 'bytes', ({ received }) => quantile(received, 0.5)),
    figure('a keystroke, bytes sent', 'bytes', ({ sent }) => quantile(sent, 0.5)),
  ];
}

async function edit(
  article: string,
  builds: readonly string[],
  measured: readonly Measures[],
  { round, typed: most }: { readonly round: number; readonly typed: number },
): Promise<void> {
  const clients = await Promise.all(builds.map((dist) => MeteredClient.start(dist)));
  const random = chance(round + 1);
  let text = article;
  let turn = 0;
  const change = (from: number, to: number, inserted: string): Change => {
    const range = new Lines(text).rangeOf([from, to]);
    text = text.slice(0, from) + inserted + text.slice(to);
    return { range, text: inserted };
  };
  /** Does the same with each server, another one first each time. */
  const each = async (act: (client: MeteredClient, measures: Measures) => Promise<void>): Promise<void> => {
    turn++;
    for (let i = 0; i < clients.length; i++) {
      const at = (i + turn) % clients.length;
      const [client, measures] = [clients[at], measured[at]];
      if (client && measures) await act(client, measures);
    }
  };
  const somewhere = () => wordStart(text, Math.floor(random() * text.length));
  await each(async (client) => {
    await client.open('file:///bench/edited.txt', article);
    await client.all();
  });
  // Nobody types in the second in which an article is opened.
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
  for (let typed = 0; typed < most; ) {
    const word = WORDS[Math.floor(random() * WORDS.length)] ?? '';
    let at = somewhere();
    for (const letter of word.slice(0, most - typed)) {
      const one = change(at, at, letter);
      await each(async (client, { type, received, sent }) => {
        const before = client.traffic();
        type.push(await client.edit(one));
        const after = client.traffic();
        received.push(after.received - before.received);
        sent.push(after.sent - before.sent);
      });
      at++;
      typed++;
    }
  }
  for (let burst = 0; burst < 5; burst++) {
    const at = somewhere();
    const changes = [...'unanimous '].map((letter, i) => change(at + i, at + i, letter));
    await each(async (client, { burst }) => {
      const start = performance.now();
      for (const one of changes.slice(0, -1)) await client.send(one);
      await client.edit(...changes.slice(-1));
      burst.push(performance.now() - start);
    });
  }
  for (let paste = 0; paste < 5; paste++) {
    const from = wordStart(text, Math.floor(random() * Math.max(1, text.length - 3000)));
    const pasted = `\n\n${text.slice(from, from + 40).toUpperCase()}${text.slice(from + 40, from + 2000)}\n\n`;
    const at = somewhere();
    const [pasting, undoing] = [change(at, at, pasted), change(at, at + pasted.length, '')];
    await each(async (client, measures) => {
      measures.paste.push(await client.edit(pasting));
      measures.undo.push(await client.edit(undoing));
    });
  }
  for (const [from, to] of [
    ['said', 'stated'],
    ['stated', 'said'],
  ] as const) {
    const places = [...text.matchAll(new RegExp(`\\b${from}\\b`, 'g'))].map(({ index }) => index).reverse();
    const lines = new Lines(text);
    // An editor sends the changes of one command from the last to the first, so that each holds in the text before.
    const changes = places.map((at): Change => ({ range: lines.rangeOf([at, at + from.length]), text: to }));
    text = text.replace(new RegExp(`\\b${from}\\b`, 'g'), to);
    await each(async (client, { replace }) => void replace.push(await client.edit(...changes)));
  }
  for (const client of clients) await client.stop();
}

/** The nearest start of a word at or after `at`. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? text.length : space + 1;
}
