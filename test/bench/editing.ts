import { Lines } from '../../server/src/features/lines';
import { type Figure, type Group, quantile } from './figures';
import { type Change, MeteredClient } from './metered-client';
import { chance, longArticle } from './texts';

/** How many characters are typed in each article: in words, one after the other, each word at another place. */
const TYPED = 300;
const WORDS = ['council ', 'she added ', 'according ', '“quite” ', 'unanimous, '];

/** The lengths of the articles, in words. */
export const LENGTHS = [1_000, 10_000, 100_000];

/** The editing loop as a client sees it, over standard input and output. */
export async function measureEditing(articles: readonly string[], rounds: number): Promise<Group> {
  const sessions = LENGTHS.map((words) => ({ words, took: emptyTimes(), received: [] as number[], sent: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const session of sessions) await edit(longArticle(articles, session.words), session, round);
  }
  const figures = sessions.flatMap(({ words, took, received, sent }): Figure[] => {
    const length = `${words.toLocaleString('en')} words`;
    const shorter = sessions[1] && words > 10_000 ? { name: '10,000 words', value: quantile(sessions[1].took.type, 0.95) } : undefined;
    return [
      ...[0.5, 0.95, 0.99].map(
        (share): Figure => ({
          name: `${length}: a keystroke, p${share * 100}`,
          unit: 'ms',
          value: quantile(took.type, share),
          ...(share === 0.95 && shorter && { beside: shorter }),
        }),
      ),
      { name: `${length}: ten keystrokes at once`, unit: 'ms', value: quantile(took.burst, 0.5) },
      { name: `${length}: five paragraphs pasted`, unit: 'ms', value: quantile(took.paste, 0.5) },
      { name: `${length}: undone`, unit: 'ms', value: quantile(took.undo, 0.5) },
      { name: `${length}: a word replaced everywhere`, unit: 'ms', value: quantile(took.replace, 0.5) },
      { name: `${length}: a keystroke, bytes received`, unit: 'bytes', value: quantile(received, 0.5) },
      { name: `${length}: a keystroke, bytes sent`, unit: 'bytes', value: quantile(sent, 0.5) },
    ];
  });
  return {
    title: 'The editing loop',
    about: `From a change until its colours and findings have come, over stdio: ${TYPED} characters at random places in each of ${rounds} rounds; less is better.`,
    figures,
  };
}

interface Session {
  readonly took: ReturnType<typeof emptyTimes>;
  readonly received: number[];
  readonly sent: number[];
}

const emptyTimes = () => ({
  type: [] as number[],
  burst: [] as number[],
  paste: [] as number[],
  undo: [] as number[],
  replace: [] as number[],
});

async function edit(article: string, { took, received, sent }: Session, round: number): Promise<void> {
  const client = await MeteredClient.start();
  const random = chance(round + 1);
  let text = article;
  const change = (from: number, to: number, inserted: string): Change => {
    const range = new Lines(text).rangeOf([from, to]);
    text = text.slice(0, from) + inserted + text.slice(to);
    return { range, text: inserted };
  };
  const somewhere = () => wordStart(text, Math.floor(random() * text.length));
  await client.open('file:///bench/edited.txt', text);
  await client.all();
  for (let typed = 0; typed < TYPED; ) {
    const word = WORDS[Math.floor(random() * WORDS.length)] ?? '';
    let at = somewhere();
    for (const letter of word.slice(0, TYPED - typed)) {
      const before = client.traffic();
      took.type.push(await client.edit(change(at, at, letter)));
      const after = client.traffic();
      received.push(after.received - before.received);
      sent.push(after.sent - before.sent);
      at++;
      typed++;
    }
  }
  for (let burst = 0; burst < 5; burst++) {
    const at = somewhere();
    const letters = 'unanimous '.split('');
    const start = performance.now();
    for (const [i, letter] of letters.slice(0, -1).entries()) await client.send(change(at + i, at + i, letter));
    await client.edit(change(at + letters.length - 1, at + letters.length - 1, letters.at(-1) ?? ''));
    took.burst.push(performance.now() - start);
  }
  for (let paste = 0; paste < 5; paste++) {
    const from = wordStart(text, Math.floor(random() * Math.max(1, text.length - 3000)));
    const pasted = `\n\n${text
      .slice(from, from + 2000)
      .toUpperCase()
      .slice(0, 40)}${text.slice(from + 40, from + 2000)}\n\n`;
    const at = somewhere();
    took.paste.push(await client.edit(change(at, at, pasted)));
    took.undo.push(await client.edit(change(at, at + pasted.length, '')));
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
    took.replace.push(await client.edit(...changes));
  }
  await client.stop();
}

/** The nearest start of a word at or after `at`. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? text.length : space + 1;
}
