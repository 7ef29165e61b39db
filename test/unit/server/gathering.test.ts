import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { gatherWrites } from '../../../server/src/server/gathering';

/** A stream that takes note of what it is handed at once. */
function noting(): { stream: Writable; handed: string[] } {
  const handed: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      handed.push(chunk.toString());
      done();
    },
    writev(chunks, done) {
      handed.push(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)).toString());
      done();
    },
  });
  return { stream, handed };
}

test('what is written in one turn goes on together, whole and in order', () => {
  const { stream, handed } = noting();
  const later: (() => void)[] = [];
  gatherWrites(stream, (act) => later.push(act));
  const done: string[] = [];
  stream.write('Content-Length: 2\r\n\r\n', 'ascii', () => done.push('head'));
  stream.write(Buffer.from('“'), () => done.push('body'));
  stream.write('”');
  expect(done).toEqual(['head', 'body']);
  expect(handed).toEqual([]);
  for (const act of later.splice(0)) act();
  expect(handed).toEqual(['Content-Length: 2\r\n\r\n“”']);
  stream.write('next');
  for (const act of later.splice(0)) act();
  expect(handed).toEqual(['Content-Length: 2\r\n\r\n“”', 'next']);
});
