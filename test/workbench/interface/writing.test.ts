import { describe, expect, test } from 'vitest';
import { STRIKE, TALKS } from '../articles';
import { deskWith } from '../driver/desk';

describe('a person who writes an article', () => {
  const desk = deskWith({ 'strike.article': STRIKE, 'sources/talks.txt': TALKS });

  test('sees who “she” is where the name is far, and whose a long speech is', async () => {
    await desk.workbench.shows('she Ruiz added');
    await desk.workbench.shows('the year before.” — Holm');
    expect(await desk.workbench.visibleText()).not.toMatch(/reporters\S*Ruiz/);
  });

  test('sees the article summed up over its headline, and goes to what needs a source', async () => {
    await desk.workbench.lens('3 quotes');
    await desk.workbench.lens('Ruiz: 2 quotes');
    await desk.workbench.takeLens('1 claim needs a source', async () =>
      /\(\d+ selected\)/.test((await desk.workbench.statusBar()).join(' ')),
    );
    await desk.workbench.page.keyboard.type('It has cost nothing.');
    await desk.workbench.shows('It has cost nothing.');
    expect(await desk.workbench.visibleText()).not.toContain('3 million crowns');
  });

  test('sees the quotes of a speaker side by side', async () => {
    const rows = desk.workbench.page.locator('.peekview-widget .monaco-list-row');
    await desk.workbench.takeLens('Ruiz: 2 quotes', async () => (await rows.count()) === 2);
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringMatching(/^“I have/), expect.stringMatching(/^“Nobody wins/)]);
  });

  test('finishes a name by its first letters, and is left alone in every other word', async () => {
    await desk.workbench.lens('Ruiz: 2 quotes');
    await desk.workbench.goToEnd();
    await desk.workbench.write('\nThe union will vote on Friday. On Saturday Ru');
    expect(await desk.workbench.suggestions()).toEqual(['Ruiz', 'Ana Ruiz']);
    await desk.workbench.page.keyboard.press('Enter');
    await desk.workbench.page.keyboard.type(' will be there.');
    await desk.workbench.shows('On Saturday Ruiz will be there.');
    expect(await desk.workbench.isSuggesting()).toBe(false);
  });

  test('is offered “said” behind a quote, and a new line stays a new line', async () => {
    await desk.workbench.lens('Ruiz: 2 quotes');
    await desk.workbench.goToEnd();
    await desk.workbench.write('\n“It is over,” ');
    expect((await desk.workbench.suggestions())[0]).toBe('said');
    await desk.workbench.page.keyboard.press('Tab');
    await desk.workbench.page.keyboard.type(' Holm.\n\nIt rained on Holm\nand on the quay.');
    await desk.workbench.shows('“It is over,” said Holm.');
    await expect.poll(() => desk.workbench.visibleText()).toMatch(/It rained on Holm\nand on the quay\./);
  });

  test('writes an attribution from a few letters and a tab', async () => {
    await desk.workbench.lens('Ruiz: 2 quotes');
    await desk.workbench.goToEnd();
    await desk.workbench.page.keyboard.type('\nxquote');
    await desk.workbench.page.keyboard.press('Tab');
    await desk.workbench.page.keyboard.type('It is over');
    await desk.workbench.page.keyboard.press('Tab');
    await desk.workbench.page.keyboard.type('Holm');
    await desk.workbench.shows('“It is over,” Holm said.');
  });

  test('pastes words of a transcript as they are, and as a quote with its source where that is wanted', async () => {
    await desk.workbench.openFile('talks.txt');
    await desk.workbench.page.keyboard.press('Control+Home');
    await desk.workbench.page.keyboard.press('ArrowDown');
    await desk.workbench.page.keyboard.press('ArrowDown');
    await desk.workbench.page.keyboard.press('Shift+End');
    await desk.workbench.page.keyboard.press('Control+C');
    await desk.workbench.openFile('strike.article');
    await desk.workbench.lens('Ruiz: 2 quotes');
    await desk.workbench.goToEnd();
    await desk.workbench.page.keyboard.type('\n');
    await desk.workbench.page.keyboard.press('Control+V');
    await desk.workbench.shows('accounts.\n\nWe will not load a single ship on Tuesday night.');
    expect(await desk.workbench.visibleText()).not.toContain('“We will not load');
    await desk.workbench.takePaste('Paste as a Quote with Its Source');
    await desk.workbench.shows('accounts.\n\n“We will not load a single ship on Tuesday night.” (sources/talks.txt:3)');
    await desk.workbench.page.keyboard.type('\n\nAgain: ');
    await desk.workbench.runCommand('On Record: Paste as a Quote with Its Source');
    await desk.workbench.shows('Again: “We will not load a single ship on Tuesday night.” (sources/talks.txt:3)');
  });

  test('has a typographic quotation mark closed, and types over it', async () => {
    await desk.workbench.lens('Ruiz: 2 quotes');
    await desk.workbench.goToEnd();
    await desk.workbench.page.keyboard.type('\n“It is over,” Holm said.');
    await desk.workbench.shows('“It is over,” Holm said.');
    expect(await desk.workbench.visibleText()).not.toContain('””');
  });
});
