import type { Page } from 'playwright-core';

/** A rectangle in the page's pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Finds words in the lines that the editor shows, whatever coloured pieces they are made of.
 * @param words part of one line as it is shown: wrapped lines count as two
 * @returns where they stand, or null where no visible line has them
 */
export async function boxOf(page: Page, words: string): Promise<Box | null> {
  return page.evaluate((wanted) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u200c', '');
    for (const line of document.querySelectorAll('.editor-instance .view-lines .view-line')) {
      const start = plain(line.textContent ?? '').indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      const pieces = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let offset = 0;
      let opened = false;
      for (let piece = pieces.nextNode(); piece; piece = pieces.nextNode()) {
        const length = plain(piece.textContent ?? '').length;
        if (!opened && start < offset + length) {
          range.setStart(piece, start - offset);
          opened = true;
        }
        if (start + wanted.length <= offset + length) {
          range.setEnd(piece, start + wanted.length - offset);
          break;
        }
        offset += length;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    return null;
  }, words);
}

/** @returns the lines that the editor shows, from the top, joined by line ends */
export async function visibleText(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.editor-instance .view-lines .view-line')]
      .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
      .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ').replaceAll('\u200c', ''))
      .join('\n'),
  );
}
