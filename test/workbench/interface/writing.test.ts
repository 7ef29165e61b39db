import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STRIKE, TALKS } from '../articles';
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
    folder = await articleFolder({ 'strike.article': STRIKE, 'sources/talks.txt': TALKS });
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

  test('finishes a name by its first letters, and is left alone in every other word', async () => {
    await workbench.lens('Ruiz: 2 quotes');
    await workbench.goToEnd();
    await workbench.write('\nThe union will vote on Friday. On Saturday Ru');
    expect(await workbench.suggestions()).toEqual(['Ruiz', 'Ana Ruiz']);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.keyboard.type(' will be there.');
    await workbench.shows('On Saturday Ruiz will be there.');
    expect(await workbench.isSuggesting()).toBe(false);
  });

  test('is offered “said” behind a quote, and a new line stays a new line', async () => {
    await workbench.lens('Ruiz: 2 quotes');
    await workbench.goToEnd();
    await workbench.write('\n“It is over,” ');
    expect((await workbench.suggestions())[0]).toBe('said');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type(' Holm.\n\nIt rained on Holm\nand on the quay.');
    await workbench.shows('“It is over,” said Holm.');
    await expect.poll(() => workbench.visibleText()).toMatch(/It rained on Holm\nand on the quay\./);
  });

  test('writes an attribution from a few letters and a tab', async () => {
    await workbench.lens('Ruiz: 2 quotes');
    await workbench.goToEnd();
    await workbench.page.keyboard.type('\nxquote');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type('It is over');
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.type('Holm');
    await workbench.shows('“It is over,” Holm said.');
  });

  test('pastes words of a transcript as they are, and as a quote with its source where that is wanted', async () => {
    await workbench.openFile('talks.txt');
    await workbench.page.keyboard.press('Control+Home');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.press('Control+C');
    await workbench.openFile('strike.article');
    await workbench.lens('Ruiz: 2 quotes');
    await workbench.goToEnd();
    await workbench.page.keyboard.type('\n');
    await workbench.page.keyboard.press('Control+V');
    await workbench.shows('accounts.\n\nWe will not load a single ship on Tuesday night.');
    expect(await workbench.visibleText()).not.toContain('“We will not load');
    await workbench.takePaste('Paste as a Quote with Its Source');
    await workbench.shows('accounts.\n\n“We will not load a single ship on Tuesday night.” (sources/talks.txt:3)');
    await workbench.page.keyboard.type('\n\nAgain: ');
    await workbench.runCommand('On Record: Paste as a Quote with Its Source');
    await workbench.shows('Again: “We will not load a single ship on Tuesday night.” (sources/talks.txt:3)');
  });

  test('has a typographic quotation mark closed, and types over it', async () => {
    await workbench.lens('Ruiz: 2 quotes');
    await workbench.goToEnd();
    await workbench.page.keyboard.type('\n“It is over,” Holm said.');
    await workbench.shows('“It is over,” Holm said.');
    expect(await workbench.visibleText()).not.toContain('””');
  });
});
