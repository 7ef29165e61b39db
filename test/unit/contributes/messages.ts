import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';

const root = resolve(import.meta.dirname, '../../..');

/** A string in single quotes, as Biome writes it; in double ones where it has single ones inside. */
const STRING = `'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)"`;
/** `say('…'`, `l10n.t('…'`: a message. */
const SAID = new RegExp(`(?:\\bsay|\\bl10n\\.t)\\(\\s*(?:${STRING})`, 'g');
/** `count(say, n, 'one', 'other')`: two messages. */
const COUNTED = new RegExp(`\\bcount\\(\\s*[\\w.]+,\\s*[^'"]+?,\\s*(?:${STRING}),\\s*(?:${STRING})`, 'g');

/** Every message that the client shows in the reader's language: those of client/src, and those of the report, which it draws. */
export function messagesOfClient(): string[] {
  const files = globSync(['client/src/**/*.ts', 'server/src/report/**/*.ts'], { cwd: root });
  const found = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return [...source.matchAll(SAID), ...source.matchAll(COUNTED)].flatMap(([, ...groups]) => groups.filter((text) => text !== undefined));
  });
  return [...new Set(found.map((text) => text.replace(/\\(.)/g, '$1')))].sort();
}

/** Places where a message is no plain string, so that it could not be found: there must be none. Whoever says what it is handed (say.ts) is none. */
export function hiddenMessages(): string[] {
  const files = globSync(['client/src/**/*.ts', 'server/src/report/**/*.ts'], { cwd: root, ignore: ['**/say.ts'] });
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:\bsay|\bl10n\.t)\(\s*(?!['")])(.{0,40})/g)].map(
      ([, text]) => `${file}: ${text}`,
    ),
  );
}
