import { beforeEach, describe, expect, test } from 'vitest';
import { PIER } from '../articles';
import { deskWith } from '../driver/desk';
import { Moving } from '../driver/moving';

describe('a person who moves through an article', () => {
  const desk = deskWith({ 'pier.article': PIER });
  let moving: Moving;
  beforeEach(async () => {
    moving = new Moving(desk.workbench);
    expect(await desk.workbench.hoverText('It is ours')).toContain('Ana Ruiz');
  });

  test('goes from “She” to where the mayor is named in full', async () => {
    await moving.goToDefinition('She wore');
    await expect.poll(() => moving.place(), { timeout: 20_000 }).toMatch(/^Ln 3, Col 1\b/);
  });

  test('sees a new name before it is written, and finds it everywhere but in quotes', async () => {
    const box = await moving.startRename('Ruiz told');
    expect(await box.inputValue()).toBe('Ana Ruiz');
    await box.fill('Nora Quill');
    await desk.workbench.page.keyboard.press('Enter');
    // The file, two places that are certain and ticked, and one that may be somebody else and is for the person to tick.
    await expect.poll(() => moving.preview.count(), { timeout: 20_000 }).toBe(4);
    expect(await moving.preview.filter({ hasText: 'supporters' }).locator('.checked').count()).toBe(0);
    expect(await moving.preview.filter({ hasText: 'told reporters' }).locator('.checked').count()).toBeGreaterThan(0);
    await desk.workbench.page
      .getByRole('button', { name: /^Apply/ })
      .first()
      .click();
    await expect.poll(() => desk.workbench.visibleText(), { timeout: 20_000 }).toContain('Mayor Nora Quill opened');
    const after = await desk.workbench.visibleText();
    expect(after).toContain('Quill told');
    expect(after).toContain('“Ruiz is a friend,”');
    expect(after).toContain('The Ruiz supporters');
    expect((await desk.workbench.notifications()).join('\n')).toContain('stays as it is inside quotes (line 9)');
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
