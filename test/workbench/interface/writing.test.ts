import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STRIKE } from '../articles';
import { type ArticleFolder, articleFolder } from '../driver/article-folder';
import { Host } from '../driver/host';
import type { Workbench } from '../driver/workbench';

describe('a person who writes an article', () => {
  let host: Host;
  let folder: ArticleFolder;
  let workbench: Workbench;
  beforeAll(async () => {
    host = await Host.start(console.log);
  });
  afterAll(() => host?.stop());
  beforeEach(async () => {
    folder = await articleFolder({ 'strike.article': STRIKE });
    workbench = await host.open({ folder: folder.path, file: 'strike.article' });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench?.pictureOfFailure(task.name);
    await workbench?.close();
    await folder?.remove();
  });

  test('sees who “she” is where the name is far, and whose a long speech is', async () => {
    await workbench.shows('she Ruiz added');
    await workbench.shows('the year before.” — Holm');
    expect(await workbench.visibleText()).not.toMatch(/reporters\S*Ruiz/);
  });

  test('sees the article summed up over its headline, and goes to what needs a source', async () => {
    await workbench.lens('3 quotes');
    await workbench.lens('Ruiz: 2 quotes');
    await workbench.takeLens('1 claim needs a source', async () => /\(\d+ selected\)/.test((await workbench.statusBar()).join(' ')));
    await workbench.page.keyboard.type('It has cost nothing.');
    await workbench.shows('It has cost nothing.');
    expect(await workbench.visibleText()).not.toContain('3 million crowns');
  });

  test('sees the quotes of a speaker side by side', async () => {
    const rows = workbench.page.locator('.peekview-widget .monaco-list-row');
    await workbench.takeLens('Ruiz: 2 quotes', async () => (await rows.count()) === 2);
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringMatching(/^“I have/), expect.stringMatching(/^“Nobody wins/)]);
  });
});
