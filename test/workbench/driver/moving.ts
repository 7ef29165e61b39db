import type { Locator } from 'playwright-core';
import { boxOf } from './words-on-screen';
import type { Workbench } from './workbench';

/** How long something may take to appear. */
const PATIENCE = 20_000;

/** Moving through an article, in the terms of the person before it. */
export class Moving {
  constructor(private readonly workbench: Workbench) {}

  /** Where the cursor is, as the status bar says: line and column, from 1. */
  async place(): Promise<string> {
    const entries = await this.workbench.statusBar();
    return entries.find((entry) => /^Ln \d+, Col \d+/.test(entry)) ?? '';
  }

  /** Clicks on the first letter of words. */
  async placeCursorAtStart(words: string): Promise<void> {
    const { page } = this.workbench;
    await this.workbench.placeCursor(words);
    const box = await boxOf(page, words);
    if (!box) throw new Error(`“${words}” is not on the screen`);
    await page.mouse.click(box.x + 3, box.y + box.height / 2);
  }

  /** Puts the cursor on the first letter of words and presses the key that goes to a definition. */
  async goToDefinition(words: string): Promise<void> {
    await this.placeCursorAtStart(words);
    await this.workbench.page.keyboard.press('F12');
  }

  /** Puts the cursor into words and looks at the references in the text. */
  async peekReferences(words: string): Promise<Locator> {
    await this.placeCursorAtStart(words);
    await this.workbench.page.keyboard.press('Shift+F12');
    const rows = this.workbench.page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
    await rows.first().waitFor({ timeout: PATIENCE });
    return rows;
  }

  /** Puts the cursor on the first letter of words, presses the key for renaming, and waits for the box. */
  async startRename(words: string): Promise<Locator> {
    await this.placeCursorAtStart(words);
    await this.workbench.page.keyboard.press('F2');
    const box = this.workbench.page.locator('.monaco-editor.rename-box input.rename-input, .rename-box .rename-input');
    await box.first().waitFor({ timeout: PATIENCE });
    return box.first();
  }

  /** Looks at what a new name would change, and changes nothing. */
  async previewRename(words: string, name: string): Promise<void> {
    const discard = this.workbench.page.getByRole('button', { name: 'Discard' });
    if (await discard.isVisible()) await discard.click();
    const box = await this.startRename(words);
    await box.fill(name);
    await this.workbench.page.keyboard.press('Control+Enter');
    await this.preview.first().waitFor({ timeout: PATIENCE });
  }

  /** The rows of the preview of an edit. */
  get preview(): Locator {
    return this.workbench.page.locator('.bulk-edit-panel .monaco-list-row');
  }

  /** The rows of the outline, once it is open. */
  async outline(): Promise<Locator> {
    await this.workbench.runCommand('Explorer: Focus on Outline View');
    // The list of files leaves it little room.
    const files = this.workbench.page.locator('.explorer-viewlet .pane-header.expanded').first();
    if ((await files.getAttribute('aria-label'))?.startsWith('Explorer Section')) await files.click();
    const rows = this.workbench.page.locator('.outline-pane .monaco-list-row');
    await rows.first().waitFor({ timeout: PATIENCE });
    return rows;
  }

  /** The rows that say who passed on what somebody said. */
  async relays(words: string): Promise<Locator> {
    await this.placeCursorAtStart(words);
    await this.workbench.runCommand('On Record: Show Who Passed It On');
    const rows = this.workbench.page.locator('.call-hierarchy .tree .monaco-list-row');
    await rows.first().waitFor({ timeout: PATIENCE });
    return rows;
  }
}
