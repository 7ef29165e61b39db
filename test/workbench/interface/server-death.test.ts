import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FERRY, IN_FERRY } from '../articles';
import { type ArticleFolder, articleFolder } from '../driver/article-folder';
import { Host } from '../driver/host';
import { languageServersOf } from '../driver/processes';
import type { Workbench } from '../driver/workbench';

/** How often the server is killed while somebody types; `npm run soak` asks for a hundred. */
const DEATHS = Number(process.env.DEATHS ?? 2);

describe.runIf(process.platform === 'linux')('when the server is killed', () => {
  let host: Host;
  let folder: ArticleFolder;
  let workbench: Workbench;
  beforeAll(async () => {
    host = await Host.start(console.log);
    folder = await articleFolder({ 'ferry.article': FERRY });
    workbench = await host.open({ folder: folder.path, file: 'ferry.article' });
  });
  afterAll(async () => {
    await host?.stop();
    await folder?.remove();
  });

  test('it is started again, the person is told once, and what was typed meanwhile stands there', async () => {
    expect(await workbench.hoverText(IN_FERRY.quote)).toContain('Ana Ruiz');
    const killed: number[] = [];
    let typed = '';
    for (let death = 1; death <= DEATHS; death += 1) {
      await workbench.leave();
      const running = await languageServersOf(host.pid);
      expect(running).toHaveLength(1);
      await workbench.placeCursor(IN_FERRY.unsourced);
      await workbench.page.keyboard.press('Control+End');
      await workbench.page.keyboard.type('No');
      for (const pid of running) process.kill(pid, 'SIGKILL');
      await workbench.page.keyboard.type('rth. ');
      typed += 'North. ';
      killed.push(...running);
      await expect
        .poll(async () => (await languageServersOf(host.pid)).filter((pid) => !killed.includes(pid)).length, { timeout: 60_000 })
        .toBe(1);
      expect(await workbench.hoverText(IN_FERRY.quote)).toContain('Ana Ruiz');
    }
    expect(await workbench.visibleText()).toContain(typed.slice(0, 60).trim());
    const told = (await workbench.notifications()).filter((message) => message.includes('On Record'));
    expect(told).toHaveLength(1);
  });
});
