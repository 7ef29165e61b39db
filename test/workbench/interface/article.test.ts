import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FERRY, IN_FERRY } from '../articles';
import { type ArticleFolder, articleFolder } from '../driver/article-folder';
import { Host } from '../driver/host';
import type { Workbench } from '../driver/workbench';

describe('a person who opens an article', () => {
  let host: Host;
  let folder: ArticleFolder;
  let workbench: Workbench;
  beforeAll(async () => {
    host = await Host.start(console.log);
  });
  afterAll(() => host?.stop());
  beforeEach(async () => {
    folder = await articleFolder({ 'ferry.article': FERRY });
    workbench = await host.open({ folder: folder.path, file: 'ferry.article' });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench?.pictureOfFailure(task.name);
    await workbench?.close();
    await folder?.remove();
  });

  test('reads in a card who said a quote', async () => {
    const card = await workbench.hoverText(IN_FERRY.quote);
    expect(card).toContain('Ana Ruiz');
    expect(card).toMatch(/\btold\b/);
  });

  test('sees quotes, speakers and cues in colours of their own, in every kind of theme', async () => {
    await workbench.hoverText(IN_FERRY.quote);
    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
      await workbench.wear(theme);
      await expect
        .poll(() => workbench.distinctLooks([IN_FERRY.quote, 'Mayor Ana Ruiz', 'told', 'tickets go on sale']), { timeout: 20_000 })
        .toBe(4);
    }
  });

  test('sees a squiggle under each fault, and a row for it among the problems', async () => {
    for (const words of [IN_FERRY.unsourced, IN_FERRY.unattributed, IN_FERRY.unclosed]) await workbench.squiggleUnder(words);
    const problems = await workbench.problems(3);
    for (const code of ['claim/unsourced', 'quote/unattributed', 'quote/unclosed']) {
      expect(problems.some((row) => row.includes(code))).toBe(true);
    }
  });

  test('can have findings in the text only: underlined, with card and lightbulb, and out of the Problems panel', async () => {
    await workbench.squiggleUnder(IN_FERRY.unclosed);
    await host.configure({ 'onrecord.findings': 'decorations' });
    try {
      await workbench.noSquiggleUnder(IN_FERRY.unclosed);
      for (const words of [IN_FERRY.unsourced, IN_FERRY.unattributed, IN_FERRY.unclosed]) await workbench.underlined(words);
      expect(await workbench.hoverText(IN_FERRY.unattributed)).toContain('Nobody is said to have said this. Name the speaker.');
      const [first = ''] = await workbench.openQuickFix(IN_FERRY.unclosed);
      await workbench.takeQuickFix(first);
      await workbench.notUnderlined(IN_FERRY.unclosed);
      expect(await workbench.problems(0)).toEqual([]);
    } finally {
      await host.configure({ 'onrecord.findings': undefined });
    }
    await workbench.squiggleUnder(IN_FERRY.unattributed);
    await workbench.notUnderlined(IN_FERRY.unattributed);
  });

  test('closes an open quote from the lightbulb', async () => {
    await workbench.squiggleUnder(IN_FERRY.unclosed);
    const [first = ''] = await workbench.openQuickFix(IN_FERRY.unclosed);
    await workbench.takeQuickFix(first);
    await workbench.noSquiggleUnder(IN_FERRY.unclosed);
    await workbench.save();
    expect(await folder.read('ferry.article')).toMatch(/“Nobody asked the fishermen,” said Dahl\./);
  });

  test('attributes a quote to a speaker of the article, and goes on writing', async () => {
    await workbench.squiggleUnder(IN_FERRY.unattributed);
    const titles = await workbench.openQuickFix(IN_FERRY.unattributed);
    const toDahl = titles.find((title) => title.includes('Dahl'));
    expect(titles.join('\n')).toContain('Dahl');
    await workbench.takeQuickFix(toDahl ?? '');
    await expect.poll(() => workbench.visibleText()).toMatch(/wrong place for a harbour,” .*Dahl/);
    await workbench.noSquiggleUnder(IN_FERRY.unattributed);
  });

  test('gives an unsourced claim a source, with the name left to write', async () => {
    await workbench.squiggleUnder(IN_FERRY.unsourced);
    const titles = await workbench.openQuickFix(IN_FERRY.unsourced);
    const snippet = titles.find((title) => !/Ruiz|Dahl/.test(title)) ?? '';
    await workbench.takeQuickFix(snippet);
    await expect.poll(() => workbench.visibleText()).not.toContain('more than 3 million crowns since 2019.\n');
    // The snippet leaves its place selected: what is typed now is the name.
    await workbench.page.keyboard.type('Petra Holm');
    await expect.poll(() => workbench.visibleText()).toContain('Petra Holm');
    await workbench.noSquiggleUnder(IN_FERRY.unsourced);
  });

  test('sees the colours follow what is written', async () => {
    await workbench.hoverText(IN_FERRY.quote);
    await workbench.placeCursor('tickets go on sale');
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type('\n“The boats are painted,” Dahl said.');
    expect(await workbench.hoverText('The boats are painted')).toContain('Peter Dahl');
  });
});
