import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FERRY, IN_FERRY } from '../articles';
import { type ArticleFolder, articleFolder } from '../driver/article-folder';
import { Host } from '../driver/host';
import { languageServersOf } from '../driver/processes';
import type { Workbench } from '../driver/workbench';

/** How often the server is killed; `npm run soak` asks for a hundred times. */
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

  test('it is started again, and the person is told once', async () => {
    expect(await workbench.hoverText(IN_FERRY.quote)).toContain('Ana Ruiz');
    const killed: number[] = [];
    for (let death = 1; death <= DEATHS; death += 1) {
      await workbench.leave();
      const running = await languageServersOf(host.pid);
      expect(running).toHaveLength(1);
      for (const pid of running) process.kill(pid, 'SIGKILL');
      killed.push(...running);
      await expect
        .poll(async () => (await languageServersOf(host.pid)).filter((pid) => !killed.includes(pid)).length, { timeout: 20_000 })
        .toBe(1);
      expect(await workbench.hoverText(IN_FERRY.quote)).toContain('Ana Ruiz');
    }
    const told = (await workbench.notifications()).filter((message) => message.includes('On Record'));
    expect(told).toHaveLength(1);
  });
});
