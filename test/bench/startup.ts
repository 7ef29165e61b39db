import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Figure, type Group, middle } from './figures';
import { MeteredClient } from './metered-client';

/** How many letters are typed before memory is looked at again, and how long nobody types then, in milliseconds: until the server has
 * tidied, and the engine, some eight seconds later, has given back what that has freed. Once is enough of that. */
const EDITS = 20;
const RESTING = 16_000;

/** How long server and command line take from their start to their first answer, beside Node by itself, and what the server keeps in memory. */
export async function measureStartup(article: string, long: string, rounds: number): Promise<Group> {
  const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-bench-'));
  const file = path.join(folder, 'story.txt');
  writeFileSync(file, article);
  const times = { node: [] as number[], hello: [] as number[], tokens: [] as number[], check: [] as number[] };
  const memory = { empty: [] as number[], long: [] as number[], edited: [] as number[], rested: [] as number[] };
  try {
    for (let round = 0; round < rounds; round++) {
      times.node.push(await run(['-e', '0']));
      times.check.push(await run(['dist/cli.js', 'check', file]));
      const start = performance.now();
      const client = await MeteredClient.start();
      times.hello.push(performance.now() - start);
      memory.empty.push(client.memory());
      await client.open('file:///bench/story.txt', article);
      await client.all();
      times.tokens.push(performance.now() - start);
      await client.open('file:///bench/long.txt', long);
      await client.all();
      memory.long.push(client.memory());
      for (let i = 0; i < EDITS; i++) {
        const position = { line: 0, character: 0 };
        await client.edit({ range: { start: position, end: position }, text: 'a' });
      }
      memory.edited.push(client.memory());
      if (round === 0) {
        await new Promise((resolve) => setTimeout(resolve, RESTING));
        memory.rested.push(client.memory());
      }
      await client.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const beside = { name: 'node', value: middle('', 'ms', times.node).value };
  const figures: Figure[] = [
    middle('node -e 0', 'ms', times.node),
    { ...middle('server, to its answer to initialize', 'ms', times.hello), beside },
    { ...middle('server, to the colours and findings of an article', 'ms', times.tokens), beside },
    { ...middle('onrecord check of one article', 'ms', times.check), beside },
    middle('server in memory, nothing open', 'MB', memory.empty),
    middle('server in memory, 100,000 words open', 'MB', memory.long),
    middle(`the same after ${EDITS} keystrokes`, 'MB', memory.edited),
    middle('the same after a rest', 'MB', memory.rested),
  ];
  return { title: 'Start and memory', about: `${rounds} rounds; less is better. Memory is what is resident.`, figures };
}

/** Runs Node to its end; how long that took, in milliseconds. What it finds is no matter. */
function run(args: readonly string[]): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', () => resolve(performance.now() - start));
  });
}
