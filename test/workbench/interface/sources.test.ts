import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { FERRY, IN_FERRY, LOG } from '../articles';
import { deskWith } from '../driver/desk';

const BAKERY = `Bakery to close

“We are tired,” said Ida Brekke, who runs it.

A source said that the rent had doubled.
`;

describe('a person who looks at who speaks', () => {
  const desk = deskWith({ 'ferry.article': FERRY, 'bakery.article': BAKERY, 'worker.txt': LOG });

  /** The first row of a part of the view that has these words, once it is there. */
  const rowsOf = (part: 'speakers' | 'claims') =>
    expect.poll(async () => (await desk.workbench.rowsAloud(part)).join('\n'), { timeout: 20_000 });

  /** Waits until the cursor is on a line. */
  const cursorOn = (line: number) =>
    expect.poll(() => desk.workbench.statusBar(), { timeout: 20_000 }).toContainEqual(expect.stringMatching(new RegExp(`^Ln ${line}, `)));

  test('finds speakers and claims in the Sources view, as a screen reader says them', async () => {
    await desk.workbench.openSources();
    await rowsOf('speakers').toMatch(/^Peter Dahl, harbour master|^Peter Dahl|^Ana Ruiz, Mayor, person, \d+ words, speaks 2 times/m);
    await rowsOf('speakers').toContain('Ana Ruiz');
    await rowsOf('speakers').toContain('Without a speaker');
    await rowsOf('claims').toContain('Needs a source, 1 claim');
    await rowsOf('claims').toMatch(/Claim: Needs a source, The repair has cost .*, line 11/);
  });

  test('goes to the words by a click, and by the keyboard alone', async () => {
    await desk.workbench.openSources();
    await desk.workbench.row('claims', IN_FERRY.unsourced).click();
    await cursorOn(11);
    await desk.workbench.row('speakers', 'Ana Ruiz').click();
    await cursorOn(5);
    await desk.workbench.runCommand('On Record: Focus on Sources View');
    await desk.workbench.page.keyboard.press('End');
    await desk.workbench.page.keyboard.press('ArrowRight');
    await desk.workbench.row('speakers', IN_FERRY.unattributed).waitFor({ timeout: 20_000 });
    await desk.workbench.page.keyboard.press('ArrowRight');
    await desk.workbench.page.keyboard.press('Enter');
    await cursorOn(13);
  });

  test('sees the rows follow the cursor, and keep still once told to', async () => {
    await desk.workbench.openSources();
    await desk.workbench.placeCursor(IN_FERRY.quote);
    const quote = desk.workbench.row('speakers', IN_FERRY.quote);
    await quote.and(desk.workbench.page.locator('.selected')).waitFor({ timeout: 20_000 });
    await desk.workbench.runCommand('On Record: Stop Following the Cursor in the Sources View');
    await desk.workbench.placeCursor(IN_FERRY.unattributed);
    await desk.workbench.placeCursor('The landing would cost');
    expect(await quote.and(desk.workbench.page.locator('.selected')).count()).toBe(1);
    await desk.workbench.runCommand('On Record: Follow the Cursor in the Sources View');
    await desk.workbench
      .row('speakers', 'The landing would cost')
      .and(desk.workbench.page.locator('.selected'))
      .waitFor({ timeout: 20_000 });
  });

  test('narrows the view to what is unnamed, to what needs a source, and to words', async () => {
    await desk.workbench.openFile('bakery.article');
    await desk.workbench.openSources();
    await rowsOf('speakers').toContain('Ida Brekke');
    await desk.workbench.viewAction('speakers', 'Show Only Unnamed Speakers');
    await rowsOf('speakers').not.toContain('Ida Brekke');
    await rowsOf('speakers').toMatch(/^A source, unnamed, /m);
    await desk.workbench.viewAction('speakers', 'Show Every Speaker');
    await rowsOf('speakers').toContain('Ida Brekke');
    await desk.workbench.runCommandAndAnswer('On Record: Filter Speakers and Claims…', 'zebra');
    await desk.workbench.page.getByText('No speaker fits the filter.').waitFor({ timeout: 20_000 });
    await desk.workbench.page.getByRole('button', { name: 'Clear the Filter' }).first().click();
    await rowsOf('speakers').toContain('Ida Brekke');
  });

  test('sees the rows change with what is written, and keep what is folded out', async () => {
    await desk.workbench.openSources();
    await desk.workbench.row('speakers', 'Ana Ruiz').locator('.monaco-tl-twistie').click();
    await desk.workbench.row('speakers', IN_FERRY.quote).waitFor();
    await desk.workbench.placeCursor('tickets go on sale');
    await desk.workbench.page.keyboard.press('Control+End');
    await desk.workbench.page.keyboard.type('\n“The boats are painted,” said Petra Holm.');
    await rowsOf('speakers').toContain('Petra Holm');
    expect(await desk.workbench.row('speakers', IN_FERRY.quote).count()).toBe(1);
  });

  test('is told what to do where nothing is read', async () => {
    await desk.workbench.openFile('worker.txt');
    await desk.workbench.runCommand('On Record: Focus on Sources View');
    await desk.workbench.page.getByText('On Record does not read this file').waitFor({ timeout: 20_000 });
    await desk.workbench.page.getByRole('button', { name: 'Read This File' }).click();
    await desk.workbench.page.getByText('On Record does not read this file').waitFor({ state: 'hidden', timeout: 20_000 });
  });

  test('reads in the status bar how many speak and what to do next, and is led there', async () => {
    await expect.poll(() => desk.workbench.nextThing.innerText(), { timeout: 20_000 }).toMatch(/2 speakers, \d quotes/);
    await expect
      .poll(() => desk.workbench.nextThing.locator('a').getAttribute('aria-label'), { timeout: 20_000 })
      .toMatch(/Next: .+, line \d+/);
    const label = (await desk.workbench.nextThing.locator('a').getAttribute('aria-label')) ?? '';
    const line = /Next: .+, line (\d+)/.exec(label)?.[1];
    await desk.workbench.nextThing.click();
    await cursorOn(Number(line));
  });

  test('reads a report beside the article, goes from it to the words, and sees it change with them', async () => {
    await desk.workbench.openReport();
    const { report } = desk.workbench;
    expect(await report.locator('h1').innerText()).toBe('Holm Bay ferry landing to reopen after nine years');
    await report.getByRole('button', { name: 'Ana Ruiz' }).first().waitFor();
    const policy = await report.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'nonce-([0-9a-f-]{36})'; script-src 'nonce-\1'; base-uri 'none'; form-action 'none'$/,
    );
    expect(await report.locator('main [style], main [onclick], main [src], main [href]').count()).toBe(0);
    await report
      .locator('.look')
      .getByRole('button', { name: /The repair has cost/ })
      .click();
    await cursorOn(11);
    await desk.workbench.placeCursor('Friday');
    await desk.workbench.page.keyboard.press('Control+End');
    await desk.workbench.page.keyboard.type('\n“The boats are painted,” said Petra Holm.');
    await report.getByRole('button', { name: 'Petra Holm' }).first().waitFor({ timeout: 20_000 });
  });

  test('compares the articles of a folder in a table that sorts, and opens one', async () => {
    await desk.workbench.openFolderReport();
    const { report } = desk.workbench;
    const titles = () => report.locator('table.articles tbody th .name').allInnerTexts();
    expect(await titles()).toEqual(['Bakery to close', 'Holm Bay ferry landing to reopen after nine years']);
    await report.getByRole('button', { name: 'Words', exact: true }).first().click();
    await expect.poll(titles, { timeout: 20_000 }).toEqual(['Holm Bay ferry landing to reopen after nine years', 'Bakery to close']);
    expect(await report.locator('th[aria-sort=descending]').innerText()).toContain('Words');
    await report.getByRole('button', { name: 'Bakery to close' }).click();
    await desk.workbench.page.locator('.tab.active', { hasText: 'bakery.article' }).waitFor({ timeout: 20_000 });
  });

  test('reads it all in German where VS Code does', async () => {
    await desk.reopen({ language: 'de' });
    await desk.workbench.nextThing.getByText('2 Stimmen').waitFor({ timeout: 20_000 });
    await desk.workbench.runCommand('On Record: Bericht über diesen Artikel zeigen');
    await desk.workbench.report.getByRole('heading', { name: 'Von oben bis unten' }).waitFor({ timeout: 20_000 });
    expect(await desk.workbench.report.locator('html').getAttribute('lang')).toBe('de');
    const label = desk.workbench.nextThing.locator('a');
    await expect
      .poll(() => label.getAttribute('aria-label'), { timeout: 20_000 })
      .toContain('Als Nächstes: Ein Zitat, das nie endet, Zeile 15');
  });

  test('keeps hostile words what they are, in the view and in the report', async () => {
    const evil =
      'Row <img src=x onerror=alert(1)>\n\n“$(zap) [x](command:workbench.action.quit) <script>document.title=1</script>,” said Ida Brekke. She said that it was so.\n';
    await writeFile(desk.folder.at('evil.article'), evil);
    await desk.reopen({ file: 'evil.article' });
    await desk.workbench.openReport();
    expect(await desk.workbench.report.locator('h1').innerText()).toBe('Row <img src=x onerror=alert(1)>');
    expect(await desk.workbench.report.locator('img, main script').count()).toBe(0);
    await desk.workbench.openSources();
    await desk.workbench.row('speakers', 'Ida Brekke').locator('.monaco-tl-twistie').click();
    await desk.workbench.row('speakers', '$(zap) [x](command:workbench.action.quit) <script>').waitFor();
  });
});
