import { afterEach, describe, expect, test } from 'vitest';
import type { Kind } from '../../../server/src/annotations/annotation';
import { added } from '../../../server/src/annotations/change';
import { emptyCollection } from '../../../server/src/annotations/collection';
import { selectorsFor } from '../../../server/src/annotations/selectors';
import { writeCollection } from '../../../server/src/annotations/write';
import { Newsroom } from './newsroom';

const CLAIM = 'Rents in Carrow have doubled since 2019, and landlords have misled tenants.';
const ARTICLE = `Rents in Carrow\n\nThe council met on Tuesday, its clerk, Ida Brekke, said.\n\n${CLAIM}\n`;

/** A file of annotations with one on the claim. */
function sidecar(kind: Kind, note = 'Checked against the register.'): string {
  const start = ARTICLE.indexOf(CLAIM);
  const selectors = selectorsFor(ARTICLE, [start, start + CLAIM.length]);
  const annotation = { id: 'urn:uuid:1', kind, note, sources: [], selectors, by: 'Ana Ruiz', at: '2026-03-01T10:00:00Z' };
  return writeCollection(added(emptyCollection('Notes'), annotation, 'story.txt'));
}

let room: Newsroom;
afterEach(() => room.close());

const check = async (): Promise<string[]> =>
  JSON.parse((await room.run(['check', '--format', 'json', 'story.txt'])).out).map(({ code }: { code: string }) => code);

describe('the command line', () => {
  test('warns of no claim that the file beside the article says is verified, wherever the claim has gone', async () => {
    room = await Newsroom.open({ 'story.txt': ARTICLE });
    expect(await check()).toContain('claim/unsourced');
    await room.put({ 'story.txt.annotations.json': sidecar('verified') });
    expect(await check()).not.toContain('claim/unsourced');
    await room.put({ 'story.txt': `A new headline\n\n${ARTICLE}` });
    expect(await check()).not.toContain('claim/unsourced');
    await room.put({ 'story.txt': ARTICLE.replace('doubled', 'trebled') });
    expect(await check()).toContain('claim/unsourced');
  });

  test('warns of a claim that somebody wants a source for', async () => {
    room = await Newsroom.open({ 'story.txt': ARTICLE.replace(CLAIM, `${CLAIM.slice(0, -1)}, Ida Brekke said.`) });
    expect(await check()).not.toContain('claim/unsourced');
    await room.put({ 'story.txt.annotations.json': sidecar('needs-source') });
    expect((await room.run(['check', 'story.txt'])).out).toContain('Ana Ruiz asks for a source here.');
  });

  test('tells of the notes on an article, and of what they were on where that is gone', async () => {
    room = await Newsroom.open({ 'story.txt': ARTICLE, 'story.txt.annotations.json': sidecar('disputed') });
    expect((await room.run(['annotate', 'story.txt'])).out).toMatch(
      /Notes and verdicts\n +5 {2}Rents[\s\S]*Disputed by Ana Ruiz, “Checked against the register.”/,
    );
    await room.put({ 'story.txt': ARTICLE.replace(CLAIM, 'The end.') });
    expect((await room.run(['annotate', 'story.txt'])).out).toMatch(
      /orphaned, was on “Rents in Carrow have doubled[\s\S]*Disputed by Ana Ruiz/,
    );
  });

  test('says what is wrong with a damaged file of annotations, and where', async () => {
    room = await Newsroom.open({ 'story.txt': ARTICLE, 'story.txt.annotations.json': sidecar('verified').slice(0, -8) });
    const { code, told } = await room.run(['check', 'story.txt']);
    expect(code).toBe(2);
    expect(told.join('\n')).toMatch(/story\.txt\.annotations\.json:\d+:\d+: .*missing/);
  });
});
