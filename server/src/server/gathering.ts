import type { Writable } from 'node:stream';

/**
 * Lets a stream hand on together whatever is written to it within a turn of the event loop: the head and the body of an answer, and the answers to questions
 * that came together. Each piece by itself would cost a call of the system and wake the client. What waits when the process ends is handed on then.
 */
export function gatherWrites(stream: Writable, soon: (act: () => void) => void = setImmediate): void {
  const write = stream.write.bind(stream);
  let waiting: Uint8Array[] = [];
  const handOn = (): void => {
    const pieces = waiting;
    waiting = [];
    stream.cork();
    for (const piece of pieces) write(piece);
    stream.uncork();
  };
  stream.write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    if (waiting.length === 0) soon(handOn);
    waiting.push(typeof chunk === 'string' ? Buffer.from(chunk, isEncoding(encoding) ? encoding : 'utf8') : chunk);
    const written = typeof encoding === 'function' ? encoding : done;
    if (typeof written === 'function') written();
    return !stream.writableNeedDrain;
  };
  process.once('exit', handOn);
}

const isEncoding = (value: unknown): value is BufferEncoding => typeof value === 'string' && Buffer.isEncoding(value);
