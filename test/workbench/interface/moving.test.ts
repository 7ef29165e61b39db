import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PIER } from '../articles';
import { type ArticleFolder, articleFolder } from '../driver/article-folder';
import { Host } from '../driver/host';
import { Moving } from '../driver/moving';
import type { Workbench } from '../driver/workbench';

describe('a person who moves through an article', () => {
  let host: Host;
  let folder: ArticleFolder;
  let workbench: Workbench;
  let moving: Moving;
  beforeAll(async () => {
    host = await Host.start(console.log);
  });
  afterAll(() => host?.stop());
  beforeEach(async () => {
    folder = await articleFolder({ 'pier.article': PIER });
    workbench = await host.open({ folder: folder.path, file: 'pier.article' });
    moving = new Moving(workbench);
    expect(await workbench.hoverText('It is ours')).toContain('Ana Ruiz');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench?.pictureOfFailure(task.name);
    await workbench?.close();
    await folder?.remove();
  });

  test('goes from “She” to where the mayor is named in full', async () => {
    await moving.goToDefinition('She wore');
    await expect.poll(() => moving.place(), { timeout: 20_000 }).toMatch(/^Ln 3, Col 1\b/);
  });

  test('sees a new name before it is written, and finds it everywhere but in quotes', async () => {
    const box = await moving.startRename('Ruiz told');
    expect(await box.inputValue()).toBe('Ana Ruiz');
    await box.fill('Nora Quill');
    await workbench.page.keyboard.press('Enter');
    // The file, two places that are certain and ticked, and one that may be somebody else and is for the person to tick.
    await expect.poll(() => moving.preview.count(), { timeout: 20_000 }).toBe(4);
    expect(await moving.preview.filter({ hasText: 'supporters' }).locator('.checked').count()).toBe(0);
    expect(await moving.preview.filter({ hasText: 'told reporters' }).locator('.checked').count()).toBeGreaterThan(0);
    await workbench.page
      .getByRole('button', { name: /^Apply/ })
      .first()
      .click();
    await expect.poll(() => workbench.visibleText(), { timeout: 20_000 }).toContain('Mayor Nora Quill opened');
    const after = await workbench.visibleText();
    expect(after).toContain('Quill told');
    expect(after).toContain('“Ruiz is a friend,”');
    expect(after).toContain('The Ruiz supporters');
    expect((await workbench.notifications()).join('\n')).toContain('stays as it is inside quotes (line 9)');
  });

  test('sees headline, voices and quotes in the outline', async () => {
    const rows = await moving.outline();
    await expect
      .poll(async () => (await rows.allInnerTexts()).join('\n'), { timeout: 20_000 })
      .toMatch(/Pier opens[\s\S]*Ana Ruiz[\s\S]*It is ours/);
  });

  test('sees who passed something on', async () => {
    const rows = await moving.relays('two officials');
    await expect
      .poll(async () => (await rows.allInnerTexts()).join('\n'), { timeout: 20_000 })
      .toMatch(/two officials[\s\S]*Corvin Ledger/);
  });
});
