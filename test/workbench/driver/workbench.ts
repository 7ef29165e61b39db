import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { type Wanted, workbenchAddress } from '../../../scripts/host/address.mjs';
import { type Host, screenshotFolder } from './host';
import { THEMES, type Theme } from './themes';
import { type Box, boxOf, visibleText } from './words-on-screen';

/** How long something may take to appear: the extension host starts, the server reads the article, the machine has other work. */
const PATIENCE = 20_000;

/** One VS Code in a browser page, in the terms of the person before it. */
export class Workbench {
  readonly page: Page;
  readonly #host: Host;

  constructor(page: Page, host: Host) {
    this.page = page;
    this.#host = host;
  }

  /** Loads VS Code, once more where the first load does not get there. */
  async load(wanted: Wanted): Promise<void> {
    const address = workbenchAddress(wanted);
    for (const last of [false, true]) {
      try {
        await this.page.goto(address);
        await this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: PATIENCE });
        if (wanted.file) await this.#editorShows(path.basename(wanted.file));
        return;
      } catch (error) {
        if (last) throw error;
      }
    }
  }

  /** Opens a file of the folder by its name, as with Ctrl+P. */
  async openFile(name: string): Promise<void> {
    await this.#quickInput('Control+P', name);
    await this.#editorShows(path.basename(name));
  }

  /** Runs a command by the title that the command palette shows, once it is there. */
  async runCommand(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`);
  }

  /** Runs a command that asks for words in a box of its own, and answers it. */
  async runCommandAndAnswer(title: string, words: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`, 'stays');
    const box = this.page.locator('.quick-input-widget .quick-input-title', { hasText: /./ });
    await box.waitFor({ timeout: PATIENCE });
    await this.page.locator('.quick-input-widget input.input').fill(words);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** The text that the editor shows, in its visual lines. */
  visibleText(): Promise<string> {
    return visibleText(this.page);
  }

  /**
   * Rests the mouse on words until a card appears.
   * @returns the card's text, its paragraphs on lines of their own
   * @throws where none appears
   */
  async hoverText(words: string): Promise<string> {
    const card = await this.hover(words);
    return (await card.innerText()).replaceAll('\u00a0', ' ').trim();
  }

  /** Rests the mouse on words until a card appears that has finished loading. */
  async hover(words: string): Promise<Locator> {
    const card = this.page.locator('.monaco-resizable-hover:visible, .monaco-editor .monaco-hover:visible').first();
    return this.#persist(`a card over “${words}”`, async () => {
      const box = await boxOf(this.page, words);
      if (!box) return null;
      await this.page.mouse.move(1, 1);
      await this.page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
      await card.waitFor({ timeout: 2000 });
      const text = await card.innerText();
      return text.trim() === '' || /^Loading/.test(text.trim()) ? null : card;
    });
  }

  /** Moves the mouse off the text, so that a card goes. */
  async leave(): Promise<void> {
    await this.page.mouse.move(1, 1);
    await this.page.locator('.monaco-editor .monaco-hover:visible').waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /**
   * Waits until a squiggle stands under words.
   * @returns its severity
   */
  async squiggleUnder(words: string): Promise<Squiggle> {
    return this.#persist(`a squiggle under “${words}”`, async () => {
      const box = await boxOf(this.page, words);
      return (box && (await this.#squiggles()).find(({ box: mark }) => overlap(mark, box))?.severity) ?? null;
    });
  }

  /** Waits until no squiggle stands under words, or until the words are gone. */
  async noSquiggleUnder(words: string): Promise<void> {
    await this.#persist(`no squiggle under “${words}”`, async () => {
      const box = await boxOf(this.page, words);
      return !box || !(await this.#squiggles()).some(({ box: mark }) => overlap(mark, box)) || null;
    });
  }

  /**
   * Puts the cursor into words and presses the key of the lightbulb.
   * @returns the titles of the fixes offered, in their order
   */
  async openQuickFix(words: string): Promise<readonly string[]> {
    return this.#persist(`quick fixes at “${words}”`, async () => {
      await this.placeCursor(words);
      await this.page.keyboard.press('Control+.');
      await this.#menu.waitFor({ timeout: 3000 });
      const titles = await this.#menu.locator('.monaco-list-row.action .title').allInnerTexts();
      if (titles.length > 0) return titles.map((title) => title.replaceAll('\u00a0', ' ').trim());
      await this.page.keyboard.press('Escape');
      return null;
    });
  }

  /** Takes one of the fixes that {@link openQuickFix} showed. */
  async takeQuickFix(title: string): Promise<void> {
    await this.#menu.locator('.monaco-list-row.action', { hasText: title }).first().click();
    await this.#menu.waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** Waits for a list of suggestions at the cursor; its rows, as they read. */
  async suggestions(): Promise<readonly string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    return this.#persist('suggestions', async () => {
      const texts = await rows.allInnerTexts();
      return texts.length > 0 ? texts.map((text) => text.replaceAll('\u00a0', ' ').trim()) : null;
    });
  }

  /** Whether a list of suggestions is on the screen. */
  async isSuggesting(): Promise<boolean> {
    return (await this.page.locator('.suggest-widget.visible').count()) > 0;
  }

  /** Types as a person does: letter by letter, as fast as a quick one. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 60 });
  }

  /** Puts the cursor behind the last letter of the text. */
  async goToEnd(): Promise<void> {
    await this.page.locator('.editor-instance .view-lines').click();
    await this.page.keyboard.press('Control+End');
  }

  /** Waits until the editor shows words, hints included, whatever space is between them. */
  async shows(words: string): Promise<void> {
    const plain = (text: string) => text.replaceAll(/\s+/g, '');
    await this.#persist(`“${words}” in the editor`, async () => plain(await this.visibleText()).includes(plain(words)) || null);
  }

  /** Waits for a line over a paragraph that says `title`. */
  async lens(title: string): Promise<Locator> {
    const lens = this.page.locator('.editor-instance .codelens-decoration').getByText(title, { exact: true }).first();
    await lens.waitFor({ timeout: PATIENCE });
    return lens;
  }

  /** Clicks a line over a paragraph, again where nothing came of it. */
  async takeLens(title: string, came: () => Promise<boolean>): Promise<void> {
    await this.#persist(`something to come of “${title}”`, async () => {
      await (await this.lens(title)).click();
      await pause(500);
      return (await came()) || null;
    });
  }

  /** The lines over paragraphs, as they read. */
  async lenses(): Promise<readonly string[]> {
    return (await this.page.locator('.editor-instance .codelens-decoration').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
  }

  /** Takes another way to paste from the button that stands behind what was just pasted. */
  async takePaste(title: string): Promise<void> {
    await this.page.locator('.post-edit-widget').click({ timeout: PATIENCE });
    await this.#menu.locator('.monaco-list-row', { hasText: title }).first().click({ timeout: PATIENCE });
  }

  /** Clicks into the middle of words. */
  async placeCursor(words: string): Promise<void> {
    await this.leave();
    await this.#persist(`the cursor in “${words}”`, async () => {
      const box = await this.#boxOf(words);
      await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      // A line over the paragraph that has come meanwhile moves the words from under the mouse.
      const after = await this.#boxOf(words);
      return after.y === box.y || null;
    });
  }

  /** Shows the Problems panel and waits for as many rows as wanted. */
  async problems(atLeast = 1): Promise<readonly string[]> {
    await this.runCommand('Problems: Focus on Problems View');
    const rows = this.page.locator(
      '.markers-panel .monaco-list-row .marker-message-details-container, .markers-panel .marker-message-line',
    );
    return this.#persist(`${atLeast} problems`, async () => {
      const texts = (await rows.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ').trim());
      return texts.length >= atLeast ? texts : null;
    });
  }

  /** Opens the Sources view and waits for its rows. */
  async openSources(): Promise<void> {
    await this.runCommand('On Record: Focus on Sources View');
    await this.row('speakers', '').first().waitFor({ timeout: PATIENCE });
  }

  /** Makes room for the article, where the side bar is open. */
  async hideSideBar(): Promise<void> {
    const bar = this.page.locator('.part.sidebar');
    if (!(await bar.isVisible())) return;
    await this.page.keyboard.press('Control+B');
    await bar.waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** Opens the walkthrough at one of its steps. */
  async openWalkthroughStep(title: string): Promise<void> {
    const steps = this.page.locator('.getting-started-step', { hasText: title });
    if ((await steps.count()) === 0) {
      await this.#quickInput('F1', '>Welcome: Open Walkthrough', 'stays');
      const input = this.page.locator('.quick-input-widget input.input');
      await input.fill('On Record');
      await this.page.locator('.quick-input-list .monaco-list-row', { hasText: 'On Record' }).first().click({ timeout: PATIENCE });
    }
    if ((await steps.first().getAttribute('aria-expanded')) !== 'true') await steps.first().click({ timeout: PATIENCE });
    // The picture is in a frame that VS Code lays over its place.
    await this.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame')
      .locator('svg')
      .first()
      .waitFor({ state: 'attached', timeout: PATIENCE });
  }

  /** What the status bar says of the article: its counts, and the next thing to do. */
  get nextThing(): Locator {
    return this.page.locator('.statusbar-item[id$="onrecord.next"]');
  }

  /** Opens the report on the article that is open, beside it. */
  async openReport(): Promise<void> {
    // The command is in the palette once the article has been read.
    await this.nextThing.waitFor({ timeout: PATIENCE });
    await this.runCommand('On Record: Show the Report on This Article');
    await this.report.locator('h1').waitFor({ timeout: PATIENCE });
  }

  /** Opens the report on the folder that is open. */
  async openFolderReport(): Promise<void> {
    await this.runCommand('On Record: Report on This Folder');
    await this.report.locator('table.articles').waitFor({ timeout: PATIENCE });
  }

  /** The page of the report that is in front: a frame in a frame, as VS Code keeps what it shows of others. */
  get report(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** The rows of a part of the Sources view that have some words in them. */
  row(part: 'speakers' | 'claims', words: string): Locator {
    const name = part === 'speakers' ? 'Sources' : 'Claims';
    return this.page
      .locator('.composite.viewlet .pane', { has: this.page.locator(`.pane-header .title:text-is("${name}")`) })
      .locator('.monaco-list-row', { hasText: words });
  }

  /** What a screen reader says of each row of a part of the Sources view. */
  async rowsAloud(part: 'speakers' | 'claims'): Promise<readonly string[]> {
    const labels = await this.row(part, '').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
    return labels.map((label) => label.replaceAll('\u00a0', ' ').trim());
  }

  /** Presses a button in the title of a part of the Sources view. */
  async viewAction(part: 'speakers' | 'claims', title: string): Promise<void> {
    const name = part === 'speakers' ? 'Sources' : 'Claims';
    const pane = this.page.locator('.composite.viewlet .pane', { has: this.page.locator(`.pane-header .title:text-is("${name}")`) });
    await pane.hover();
    await pane.locator(`.pane-header .action-label[aria-label="${title}"]`).first().click();
  }

  /** The entries of the status bar, as they read. */
  async statusBar(): Promise<readonly string[]> {
    return (await this.page.locator('.statusbar-item').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
  }

  /** The messages that VS Code keeps for the person. They don't rise by themselves here: VS Code holds them back where it is driven. */
  async notifications(): Promise<readonly string[]> {
    await this.runCommand('Notifications: Show Notifications');
    const messages = this.page.locator('.notifications-center .notification-list-item-message');
    await this.page.locator('.notifications-center.visible').waitFor({ timeout: PATIENCE });
    return (await messages.allInnerTexts()).map((text) => text.trim());
  }

  /** How the last letter of words is painted: colour, weight and slant, as CSS names them. */
  async lookOf(words: string): Promise<string> {
    const box = await this.#boxOf(words);
    return this.page.evaluate(
      ({ x, y }) => {
        const letter = document.elementsFromPoint(x, y).find((element) => element.closest('.view-line') && element.tagName === 'SPAN');
        if (!letter) return '';
        const { color, fontWeight, fontStyle } = getComputedStyle(letter);
        return [color, fontWeight, fontStyle].join(' ');
      },
      { x: box.x + box.width - 3, y: box.y + box.height / 2 },
    );
  }

  /** Waits until words are underlined by a line that is not plain, as findings in the text are. */
  async underlined(words: string): Promise<void> {
    await this.#persist(`a line under “${words}”`, async () => (LINES.has(await this.#lineUnder(words)) ? true : null));
  }

  /** Waits until no such line stands under words, or until the words are gone. */
  async notUnderlined(words: string): Promise<void> {
    await this.#persist(`no line under “${words}”`, async () => {
      const gone = (await boxOf(this.page, words)) === null;
      return gone || !LINES.has(await this.#lineUnder(words)) || null;
    });
  }

  /** How many different looks, of colour, weight and slant, the given words are painted in. */
  async distinctLooks(passages: readonly string[]): Promise<number> {
    return new Set(await Promise.all(passages.map((words) => this.lookOf(words)))).size;
  }

  /** Saves the file that is open. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached', timeout: PATIENCE });
  }

  /**
   * Takes a picture of the whole window.
   * @param name becomes `out/screenshots/NAME.THEME.png`
   * @returns the file
   */
  async screenshot(name: string, theme: Theme): Promise<string> {
    await this.wear(theme);
    const file = path.join(await screenshotFolder(), `${name}.${theme}.png`);
    await this.#persist('a picture that holds still', async () => {
      // Colours come in after the theme: from the grammar first, from the server then.
      const before = await this.page.screenshot();
      await pause(400);
      const after = await this.page.screenshot();
      if (!after.equals(before)) return null;
      await writeFile(file, after);
      return file;
    });
    return file;
  }

  /** Takes a picture of what a failed test left behind: `out/screenshots/failed.NAME.png`. */
  async pictureOfFailure(name: string): Promise<void> {
    const file = path.join(await screenshotFolder(), `failed.${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`);
    await this.page.screenshot({ path: file });
  }

  /** Waits until the window wears a theme. */
  async wear(theme: Theme): Promise<void> {
    await this.#host.wear(theme);
    await this.page.locator(`.monaco-workbench.${THEMES[theme].bodyClass}`).waitFor({ timeout: PATIENCE });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** How the line under the middle of words is drawn, as CSS names it; empty for none. */
  async #lineUnder(words: string): Promise<string> {
    const box = await this.#boxOf(words);
    return this.page.evaluate(
      ({ x, y }) => {
        const letter = document.elementsFromPoint(x, y).find((element) => element.closest('.view-line') && element.tagName === 'SPAN');
        const { textDecorationLine = '', textDecorationStyle = '' } = letter ? getComputedStyle(letter) : {};
        return textDecorationLine.includes('underline') ? textDecorationStyle : '';
      },
      { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    );
  }

  /** The lightbulb's menu; the panel that it may open at its side looks alike. */
  get #menu(): Locator {
    return this.page.locator('.action-widget:not(.action-list-submenu-panel)');
  }

  async #editorShows(name: string): Promise<void> {
    await this.page.locator('.tab.active', { hasText: name }).waitFor({ timeout: PATIENCE });
    await this.page.locator('.editor-instance .view-lines .view-line').first().waitFor({ timeout: PATIENCE });
  }

  async #quickInput(key: string, text: string, after: 'goes' | 'stays' = 'goes'): Promise<void> {
    const input = this.page.locator('.quick-input-widget input.input');
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: text.replace(/^>/, '') }).first();
    await this.#persist(`“${text}” among what VS Code offers`, async () => {
      await this.page.keyboard.press(key);
      await input.waitFor({ timeout: PATIENCE });
      await input.fill(text);
      try {
        await row.click({ timeout: 4000 });
        return true;
      } catch {
        // What is offered does not change while it is shown.
        await this.page.keyboard.press('Escape');
        return null;
      }
    });
    if (after === 'goes') await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  async #boxOf(words: string): Promise<Box> {
    return this.#persist(`“${words}” on the screen`, () => boxOf(this.page, words));
  }

  async #squiggles(): Promise<readonly { readonly severity: Squiggle; readonly box: Box }[]> {
    return this.page.evaluate(
      (kinds) =>
        kinds.flatMap((severity) =>
          [...document.querySelectorAll(`.editor-instance .view-overlays .squiggly-${severity}`)].map((mark) => {
            const { x, y, width, height } = mark.getBoundingClientRect();
            return { severity, box: { x, y, width, height } };
          }),
        ),
      ['error', 'warning', 'info', 'hint'] as const,
    );
  }

  /** Tries until there is something, as a person would look again. */
  async #persist<T>(wanted: string, attempt: () => Promise<T | null>): Promise<T> {
    const deadline = Date.now() + PATIENCE;
    let reason: unknown = 'it never appeared';
    while (Date.now() < deadline) {
      try {
        const found = await attempt();
        if (found !== null) return found;
      } catch (error) {
        reason = error;
      }
      await pause(100);
    }
    throw new Error(`Expected ${wanted} within ${PATIENCE / 1000} s`, { cause: reason });
  }
}

/** Lines that colours do not bring. */
const LINES: ReadonlySet<string> = new Set(['wavy', 'dashed', 'dotted']);

/** How a squiggle is drawn. */
export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
