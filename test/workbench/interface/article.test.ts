import { describe, expect, test } from 'vitest';
import { FERRY, IN_FERRY } from '../articles';
import { deskWith } from '../driver/desk';

describe('a person who opens an article', () => {
  const desk = deskWith({ 'ferry.article': FERRY });

  test('reads in a card who said a quote', async () => {
    const card = await desk.workbench.hoverText(IN_FERRY.quote);
    expect(card).toContain('Ana Ruiz');
    expect(card).toMatch(/\btold\b/);
  });

  test('sees quotes, speakers and cues in colours of their own, in every kind of theme', async () => {
    await desk.workbench.hoverText(IN_FERRY.quote);
    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
      await desk.workbench.wear(theme);
      await expect
        .poll(() => desk.workbench.distinctLooks([IN_FERRY.quote, 'Mayor Ana Ruiz', 'told', 'tickets go on sale']), { timeout: 20_000 })
        .toBe(4);
    }
  });

  test('sees a squiggle under each fault, and a row for it among the problems', async () => {
    for (const words of [IN_FERRY.unsourced, IN_FERRY.unattributed, IN_FERRY.unclosed]) await desk.workbench.squiggleUnder(words);
    const problems = await desk.workbench.problems(3);
    for (const code of ['claim/unsourced', 'quote/unattributed', 'quote/unclosed']) {
      expect(problems.some((row) => row.includes(code))).toBe(true);
    }
  });

  test('can have findings in the text only: underlined, with card and lightbulb, and out of the Problems panel', async () => {
    await desk.workbench.squiggleUnder(IN_FERRY.unclosed);
    await desk.configure({ 'onrecord.findings': 'decorations' });
    try {
      await desk.workbench.noSquiggleUnder(IN_FERRY.unclosed);
      for (const words of [IN_FERRY.unsourced, IN_FERRY.unattributed, IN_FERRY.unclosed]) await desk.workbench.underlined(words);
      expect(await desk.workbench.hoverText(IN_FERRY.unattributed)).toContain('Nobody is said to have said this. Name the speaker.');
      const [first = ''] = await desk.workbench.openQuickFix(IN_FERRY.unclosed);
      await desk.workbench.takeQuickFix(first);
      await desk.workbench.notUnderlined(IN_FERRY.unclosed);
      expect(await desk.workbench.problems(0)).toEqual([]);
    } finally {
      await desk.configure({ 'onrecord.findings': undefined });
    }
    await desk.workbench.squiggleUnder(IN_FERRY.unattributed);
    await desk.workbench.notUnderlined(IN_FERRY.unattributed);
  });

  test('closes an open quote from the lightbulb', async () => {
    await desk.workbench.squiggleUnder(IN_FERRY.unclosed);
    const [first = ''] = await desk.workbench.openQuickFix(IN_FERRY.unclosed);
    await desk.workbench.takeQuickFix(first);
    await desk.workbench.noSquiggleUnder(IN_FERRY.unclosed);
    await desk.workbench.save();
    expect(await desk.folder.read('ferry.article')).toMatch(/“Nobody asked the fishermen,” said Dahl\./);
  });

  test('attributes a quote to a speaker of the article, and goes on writing', async () => {
    await desk.workbench.squiggleUnder(IN_FERRY.unattributed);
    const titles = await desk.workbench.openQuickFix(IN_FERRY.unattributed);
    const toDahl = titles.find((title) => title.includes('Dahl'));
    expect(titles.join('\n')).toContain('Dahl');
    await desk.workbench.takeQuickFix(toDahl ?? '');
    await expect.poll(() => desk.workbench.visibleText()).toMatch(/wrong place for a harbour,” .*Dahl/);
    await desk.workbench.noSquiggleUnder(IN_FERRY.unattributed);
  });

  test('gives an unsourced claim a source, with the name left to write', async () => {
    await desk.workbench.squiggleUnder(IN_FERRY.unsourced);
    const titles = await desk.workbench.openQuickFix(IN_FERRY.unsourced);
    const snippet = titles.find((title) => !/Ruiz|Dahl/.test(title)) ?? '';
    await desk.workbench.takeQuickFix(snippet);
    await expect.poll(() => desk.workbench.visibleText()).not.toContain('more than 3 million crowns since 2019.\n');
    // The snippet leaves its place selected: what is typed now is the name.
    await desk.workbench.page.keyboard.type('Petra Holm');
    await expect.poll(() => desk.workbench.visibleText()).toContain('Petra Holm');
    await desk.workbench.noSquiggleUnder(IN_FERRY.unsourced);
  });

  test('sees the colours follow what is written', async () => {
    await desk.workbench.hoverText(IN_FERRY.quote);
    await desk.workbench.placeCursor('tickets go on sale');
    await desk.workbench.page.keyboard.press('Control+End');
    await desk.workbench.page.keyboard.type('\n“The boats are painted,” Dahl said.');
    expect(await desk.workbench.hoverText('The boats are painted')).toContain('Peter Dahl');
  });
});
