import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { FERRY, IN_FERRY } from '../articles';
import { panelRows, threads, threadWith } from '../driver/comments';
import { deskWith } from '../driver/desk';

const SIDECAR = 'ferry.article.annotations.json';

describe('a person who checks an article', () => {
  const desk = deskWith({ 'ferry.article': FERRY }, { settings: { 'onrecord.author': 'Ana Ruiz', 'comments.openView': 'never' } });

  const page = () => desk.workbench.page;
  const onDisk = async () => JSON.parse(await desk.folder.read(SIDECAR).catch(() => '{"first":{"items":[]}}')).first.items;

  test('adds a note from the keyboard, and is answered', async () => {
    await desk.workbench.squiggleUnder(IN_FERRY.unsourced);
    await desk.workbench.placeCursor(IN_FERRY.unsourced);
    await page().keyboard.press('Control+K');
    await page().keyboard.press('a');
    await threads(page()).first().waitFor();
    await page().keyboard.type('Is that with the interest?');
    await page().keyboard.press('Control+Enter');
    const thread = await threadWith(page(), 'Note by Ana Ruiz');
    await expect.poll(() => thread.innerText()).toContain('Is that with the interest?');
    await expect.poll(onDisk).toMatchObject([{ creator: { name: 'Ana Ruiz' }, body: [{ value: 'Is that with the interest?' }] }]);
    const [{ target }] = await onDisk();
    expect(target.selector[0].exact).toMatch(/^The repair has cost .* since 2019\.$/);
  });

  test('marks a claim as verified from the lightbulb, sees the squiggle go, and finds the verdict after a reload', async () => {
    await desk.workbench.squiggleUnder(IN_FERRY.unsourced);
    await desk.workbench.openQuickFix(IN_FERRY.unsourced);
    await desk.workbench.takeQuickFix('Mark as verified with a note');
    const input = page().locator('.quick-input-widget input.input');
    await input.fill('sources/budget.txt:12');
    await page().keyboard.press('Enter');
    await page()
      .locator('.quick-input-widget', { hasText: 'A note for the others' })
      .or(page().locator('input[placeholder^="A note for"]'))
      .first()
      .waitFor();
    await input.fill('In the budget, page 4.');
    await page().keyboard.press('Enter');
    await desk.workbench.noSquiggleUnder(IN_FERRY.unsourced);
    await expect.poll(onDisk).toHaveLength(1);
    await desk.reopen();
    await desk.workbench.squiggleUnder(IN_FERRY.unattributed);
    await desk.workbench.noSquiggleUnder(IN_FERRY.unsourced);
    const card = await desk.workbench.hoverText(IN_FERRY.unsourced);
    expect(card).toContain('Verified by Ana Ruiz');
    expect(card).toContain('In the budget, page 4.');
    expect(card).toContain('sources/budget.txt:12');
  });

  test('sees the note among the comments as orphaned once others have taken its words out, and where it was', async () => {
    await desk.workbench.squiggleUnder(IN_FERRY.unsourced);
    await desk.workbench.openQuickFix(IN_FERRY.unsourced);
    await desk.workbench.takeQuickFix('Mark as in need of a source');
    await page().locator('.quick-input-widget input.input').waitFor();
    await page().keyboard.press('Enter');
    await expect.poll(onDisk).toHaveLength(1);
    await writeFile(desk.folder.at('ferry.article'), FERRY.replace(/The repair has cost.*\n\n/, ''));
    await desk.workbench.runCommand('Comments: Focus on Comments View');
    await expect
      .poll(() => panelRows(page()).allInnerTexts(), { timeout: 20_000 })
      .toEqual([expect.stringMatching(/Its words are gone.*The repair has cost/s)]);
    // And they come back.
    await writeFile(desk.folder.at('ferry.article'), FERRY);
    await expect
      .poll(() => panelRows(page()).allInnerTexts(), { timeout: 20_000 })
      .toEqual([expect.not.stringContaining('Its words are gone')]);
  });
});
