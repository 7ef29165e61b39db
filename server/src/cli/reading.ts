import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Decoded, decode } from './decoding';
import { systemProblem } from './files';

/** The longest file that is read, in bytes: more than any article has, and as much as the language server reads. */
export const LONGEST = 5_000_000;

const TOO_LONG = `is longer than ${LONGEST / 1_000_000} MB, which no article is. Split it up, or name the file that you meant.`;

/** Reads a file; whatever goes wrong comes back as a problem. */
export async function readArticle(file: string, folder: string): Promise<Decoded> {
  const place = path.resolve(folder, file);
  try {
    const facts = await stat(place);
    if (facts.isDirectory()) return { problem: 'is a folder, not an article.' };
    if (facts.size > LONGEST) return { problem: TOO_LONG };
    return await readAll(createReadStream(place));
  } catch (error) {
    return { problem: systemProblem(error) };
  }
}

/** Reads a stream to its end, or to the limit. */
export async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Decoded> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > LONGEST) return { problem: TOO_LONG };
    read.push(chunk);
  }
  return decode(Buffer.concat(read, length));
}
