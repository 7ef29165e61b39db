import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FERRY, IN_FERRY } from '../articles';
import { type ArticleFolder, articleFolder } from '../driver/article-folder';
import { threads, threadWith } from '../driver/comments';
import { Host } from '../driver/host';
import { languageServersOf } from '../driver/processes';
import type { Workbench } from '../driver/workbench';

/** How often the server is killed; `npm run soak` asks for a hundred times. */
const DEATHS = Number(process.env.DEATHS ?? 2);

const PATIENT = { timeout: 20_000 };
const SIDECAR = 'ferry.article.annotations.json';

describe.runIf(process.platform === 'linux')('when the server is killed', () => {
  let host: Host;
  let folder: ArticleFolder;
  let workbench: Workbench;
  beforeAll(async () => {
    host = await Host.start(console.log);
    await host.configure({ 'onrecord.author': 'Ana Ruiz', 'comments.openView': 'never' });
    folder = await articleFolder({ 'ferry.article': FERRY });
    workbench = await host.open({ folder: folder.path, file: 'ferry.article' });
  });
  afterAll(async () => {
    await host?.stop();
    await folder?.remove();
  });

  const page = () => workbench.page;
  const notes = async (): Promise<unknown[]> => JSON.parse(await folder.read(SIDECAR)).first.items;

  test('while somebody writes, it is started again, they are told once, and no note is lost', async () => {
    expect(await workbench.hoverText(IN_FERRY.quote)).toContain('Ana Ruiz');
    await annotate(IN_FERRY.unsourced, 'Is that with the interest?');
    await expect.poll(() => notes().catch(() => []), PATIENT).toHaveLength(1);
    const [note] = await notes();
    const killed: number[] = [];
    for (let death = 1; death <= DEATHS; death += 1) {
      await goToEnd();
      await workbench.write('at six ');
      const running = await languageServersOf(host.pid);
      expect(running).toHaveLength(1);
      for (const pid of running) process.kill(pid, 'SIGKILL');
      killed.push(...running);
      await workbench.write(`o’clock ${death}`);
      await expect.poll(async () => (await languageServersOf(host.pid)).filter((pid) => !killed.includes(pid)).length, PATIENT).toBe(1);
      await workbench.shows(`at six o’clock ${death}`);
      expect(await workbench.hoverText(IN_FERRY.quote)).toContain('Ana Ruiz');
      await workbench.leave();
      expect(await threads(page()).count()).toBe(1);
      await goToEnd();
      await page().keyboard.press('Shift+Home');
      await page().keyboard.press('Delete');
    }
    const told = (await workbench.notifications()).filter((message) => message.includes('On Record'));
    expect(told).toHaveLength(1);
    await page().keyboard.press('Escape');
    // The note is where it was, and the server that came last still writes notes down.
    expect(await (await threadWith(page(), 'Note by Ana Ruiz')).innerText()).toContain('Is that with the interest?');
    await goToEnd();
    await workbench.write('At dawn.');
    await workbench.save();
    await expect.poll(() => folder.read('ferry.article'), PATIENT).toBe(`${FERRY}At dawn.`);
    await expect.poll(notes, PATIENT).toMatchObject([note]);
    expect(await workbench.hoverText(IN_FERRY.unsourced)).toContain('Is that with the interest?');
  });

  /** Over the last paragraph: the thread of the note lies over the middle of the article. */
  async function goToEnd(): Promise<void> {
    await workbench.placeCursor('The first boat leaves');
    await page().keyboard.press('Control+End');
  }

  async function annotate(words: string, body: string): Promise<void> {
    await workbench.squiggleUnder(words);
    await workbench.placeCursor(words);
    await page().keyboard.press('Control+K');
    await page().keyboard.press('a');
    await threads(page()).first().waitFor();
    await page().keyboard.type(body);
    await page().keyboard.press('Control+Enter');
    await threadWith(page(), body);
  }
});
