import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type ArticleFolder, articleFolder } from './article-folder';
import { Host, type Opening } from './host';
import type { Workbench } from './workbench';

/** What somebody works at in one test: there from before the test to its end. */
export interface Desk {
  readonly folder: ArticleFolder;
  readonly workbench: Workbench;
  /** Changes settings, of later tests too. */
  configure(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Closes the window and opens another one on `file`, the desk's first where none is said. */
  reopen(opening?: Pick<Opening, 'file' | 'language'>): Promise<Workbench>;
}

/** What a desk has besides its articles. */
export interface DeskOptions {
  /** Settings of every test's window. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Gives each test of the `describe` that it is called in a folder of its own with these articles (texts by name), and a window on the first of them; VS Code itself is started once
 * for all. What a failed test was looking at is kept as a picture.
 * @throws where something of the desk is asked for outside a test
 */
export function deskWith(files: Readonly<Record<string, string>>, { settings }: DeskOptions = {}): Desk {
  const file = Object.keys(files)[0] ?? '';
  let host: Host | undefined;
  let folder: ArticleFolder | undefined;
  let workbench: Workbench | undefined;
  const open = (opening: Partial<Opening>): Promise<Workbench> => there(host).open({ folder: there(folder).path, file, ...opening });
  beforeAll(async () => {
    host = await Host.start(console.log);
    if (settings) await host.configure(settings);
  });
  afterAll(() => host?.stop());
  beforeEach(async () => {
    folder = await articleFolder(files);
    workbench = await open({});
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench?.pictureOfFailure(task.name);
    await workbench?.close();
    await folder?.remove();
    workbench = undefined;
    folder = undefined;
  });
  return {
    get folder() {
      return there(folder);
    },
    get workbench() {
      return there(workbench);
    },
    configure: (changed) => there(host).configure(changed),
    async reopen(opening = {}) {
      await workbench?.close();
      workbench = await open(opening);
      return workbench;
    },
  };
}

function there<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('Only a running test has a desk.');
  return thing;
}
