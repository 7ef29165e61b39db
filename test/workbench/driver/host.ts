import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/host/chromium.mjs';
import { root } from '../../../scripts/host/folders.mjs';
import { type Server, startServer } from '../../../scripts/host/server.mjs';
import { THEMES, type Theme } from './themes';
import { Workbench } from './workbench';

/** A VS Code server and a browser, for any number of workbenches one after another. */
export class Host {
  readonly #server: Server;
  readonly #browser: Browser;

  /** The extension under development; null where one is installed. */
  readonly #extension: string | null;

  private constructor(server: Server, browser: Browser, extension: string | null) {
    this.#server = server;
    this.#browser = browser;
    this.#extension = extension;
  }

  /**
   * @param say told what takes its time
   * @param vsix a packaged extension to install instead of having the checkout's under development
   */
  static async start(say: (words: string) => void = () => {}, vsix?: string): Promise<Host> {
    const [server, found] = await Promise.all([startServer({ say, settings: READABLE, vsix }), findChromium(say)]);
    try {
      return new Host(server, await chromium.launch({ ...found, headless: true }), vsix === undefined ? root : null);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** The process of VS Code's server: the ancestor of extension hosts and language servers. */
  get pid(): number {
    return this.#server.pid;
  }

  /** Changes settings for every workbench of this host, open ones too. */
  configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#server.configure(settings);
  }

  /** Opens a folder with the extension under development, in a browser profile of its own. */
  async open({ folder, file, width = 1280, height = 800, scale = 1, language }: Opening): Promise<Workbench> {
    const context = await this.#browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    // What VS Code's own translation sets: its words stay English without one, an extension's come in that language.
    if (language) await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
    const workbench = new Workbench(await context.newPage(), this);
    await workbench.load({
      ...this.#server,
      folder,
      ...(this.#extension !== null && { extension: this.#extension }),
      ...(file && { file: path.join(folder, file) }),
    });
    return workbench;
  }

  /** Shows every open workbench in a theme. */
  async wear(theme: Theme): Promise<void> {
    await this.configure({ 'workbench.colorTheme': THEMES[theme].name });
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
  }
}

export interface Opening {
  /** An absolute path. */
  readonly folder: string;
  /** Relative to the folder; opened at once. */
  readonly file?: string;
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** The display language, as a language tag; English where there is none. */
  readonly language?: string;
  /** Device pixels to one CSS pixel: 2 for pictures that are to be looked at closely. */
  readonly scale?: number;
}

/** Where screenshots go; git ignores it. */
export async function screenshotFolder(): Promise<string> {
  const folder = path.join(root, 'out', 'screenshots');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Nothing covers the words or blinks over them. */
const READABLE = {
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'editor.hover.delay': 100,
  'editor.stickyScroll.enabled': false,
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};
