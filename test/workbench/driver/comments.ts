import type { Locator, Page } from 'playwright-core';

/** The threads that are open in the editor. */
export const threads = (page: Page): Locator => page.locator('.review-widget');

/** The open thread whose label or comments hold some words; waits for it. */
export async function threadWith(page: Page, words: string | RegExp): Promise<Locator> {
  const thread = threads(page).filter({ hasText: words }).first();
  await thread.waitFor({ timeout: 20_000 });
  return thread;
}

/** Presses one of the buttons of a thread that is being written into. */
export const press = (thread: Locator, button: string): Promise<void> =>
  thread.locator('.form-actions a', { hasText: button }).first().click();

/** The rows of the Comments panel that show comments, once it has as many as wanted. */
export const panelRows = (page: Page): Locator => page.locator('.comments-panel .monaco-list-row', { has: page.locator('.user') });
