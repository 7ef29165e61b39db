import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/host/folders.mjs';
import { added, type NewAnnotation, replied } from '../../server/src/annotations/change';
import { emptyCollection } from '../../server/src/annotations/collection';
import { selectorsFor } from '../../server/src/annotations/selectors';
import { sourceOf } from '../../server/src/annotations/source';
import { writeCollection } from '../../server/src/annotations/write';
import { column, madePdf } from '../made-pdf';
import { STRIKE } from './articles';
import { threads, threadWith } from './driver/comments';
import { Host } from './driver/host';
import { Moving } from './driver/moving';
import type { Theme } from './driver/themes';
import type { Workbench } from './driver/workbench';

/** What somebody has said of words of an article. */
type Said = Pick<NewAnnotation, 'kind' | 'note'> & { readonly words: string; readonly source?: string; readonly reply?: string };

/** What a picture shows. */
interface Scene {
  readonly name: string;
  /** Of examples/, unless there is a `text` for it. */
  readonly file: string;
  readonly text?: string;
  /** Files beside it, by name. */
  readonly beside?: Readonly<Record<string, Uint8Array>>;
  /** What has been said of it: on which words, and what. */
  readonly notes?: readonly Said[];
  /** Of the window, where it is not the usual one. */
  readonly size?: { readonly width: number; readonly height: number };
  /** It stays from theme to theme: Escape would lead away from it. */
  readonly stays?: boolean;
  /** Brings about what is to be seen. */
  readonly play: (workbench: Workbench) => Promise<void>;
}

const SCENES: readonly Scene[] = [
  {
    name: 'article',
    file: 'border-talks.article',
    play: async (workbench) => {
      await workbench.hover('asked to choose between');
      await workbench.leave();
    },
  },
  {
    name: 'hover',
    file: 'border-talks.article',
    play: async (workbench) => {
      await workbench.hover('asked to choose between');
    },
  },
  {
    name: 'finding',
    file: 'library-vote.txt',
    play: async (workbench) => {
      await workbench.squiggleUnder('A third of the county');
      await workbench.hover('third of the county');
    },
  },
  {
    name: 'lightbulb',
    file: 'library-vote.txt',
    play: async (workbench) => {
      await workbench.squiggleUnder('the only room in the town');
      await workbench.openQuickFix('the only room in the town');
    },
  },
  {
    name: 'writing',
    file: 'strike.article',
    text: STRIKE,
    play: async (workbench) => {
      await workbench.lens('Ruiz: 2 quotes');
      await workbench.shows('she Ruiz added');
    },
  },
  {
    name: 'completion',
    file: 'strike.article',
    text: STRIKE,
    play: async (workbench) => {
      await workbench.lens('Ruiz: 2 quotes');
      await workbench.goToEnd();
      if (!(await workbench.visibleText()).includes('It is over')) await workbench.write('\n“It is over,” ');
      await workbench.page.keyboard.press('Control+Space');
      await workbench.suggestions();
    },
  },
  {
    name: 'problems',
    file: 'bakery-row.article',
    play: async (workbench) => {
      await workbench.problems(2);
    },
  },
  {
    name: 'sources',
    file: 'border-talks.article',
    play: async (workbench) => {
      await workbench.openSources();
      await workbench.placeCursor('asked to choose between');
      await workbench.row('speakers', 'asked to choose').waitFor();
    },
  },
  {
    name: 'outline',
    file: 'border-talks.article',
    play: async (workbench) => {
      await workbench.hover('asked to choose between');
      await workbench.leave();
      await new Moving(workbench).outline();
      await workbench.placeCursor('asked to choose between');
    },
  },
  {
    name: 'references',
    file: 'border-talks.article',
    play: async (workbench) => {
      await workbench.hover('asked to choose between');
      await new Moving(workbench).peekReferences('Arvay told');
    },
  },
  {
    name: 'rename',
    file: 'border-talks.article',
    play: async (workbench) => {
      await workbench.hover('asked to choose between');
      await new Moving(workbench).previewRename('Arvay told', 'Tomas Novak');
    },
  },
  {
    name: 'relays',
    file: 'relay-chain.article',
    play: async (workbench) => {
      await workbench.hover('considering a sale');
      await new Moving(workbench).relays('four people familiar');
    },
  },
  {
    name: 'report',
    file: 'border-talks.article',
    size: { width: 1440, height: 1000 },
    play: async (workbench) => {
      await workbench.hideSideBar();
      await workbench.openReport();
    },
  },
  {
    name: 'folder-report',
    file: 'border-talks.article',
    play: async (workbench) => {
      await workbench.hideSideBar();
      if ((await workbench.page.locator('.tab', { hasText: 'Report: examples' }).count()) === 0) await workbench.openFolderReport();
    },
  },
  {
    name: 'walkthrough',
    file: 'border-talks.article',
    stays: true,
    size: { width: 1440, height: 900 },
    play: async (workbench) => {
      await workbench.hideSideBar();
      await workbench.openWalkthroughStep('See who speaks, and how much');
    },
  },
  {
    name: 'evidence',
    file: 'pier-closure.md',
    play: async (workbench) => {
      await workbench.squiggleUnder('wood is rotten');
      await workbench.hover('wood is rotten');
    },
  },
  {
    name: 'restore',
    file: 'pier-closure.md',
    play: async (workbench) => {
      await workbench.squiggleUnder('wood is rotten');
      await workbench.openQuickFix('wood is rotten');
    },
  },
  {
    name: 'pages',
    file: 'weir.article',
    text: 'Weir “not safe”\n\n“The timber below the water line is rotten,” the survey by Tina Marlowe says.\n',
    beside: {
      'survey.pdf': madePdf([
        column('Weir survey', 'Prepared for the town of Ellis', 'by Tina Marlowe, engineer'),
        column(
          '2. Findings',
          'The walls stand as they were built.',
          'The timber below the water line is rotten from the second bay outwards.',
        ),
      ]),
    },
    play: async (workbench) => {
      if (await workbench.page.locator('.tab.active', { hasText: 'weir.article' }).isVisible()) {
        while (!(await workbench.hoverText('timber below')).includes('survey.pdf, page 2')) await workbench.leave();
        await workbench.leave();
        await workbench.placeCursor('timber below');
        await workbench.page.keyboard.press('F12');
        await workbench.shows('— Page 2 —');
      }
    },
  },
];

const NOTES: Scene = {
  name: 'notes',
  file: 'library-vote.txt',
  notes: [
    {
      words: 'A third of the county’s branch libraries have shut since 2016, and those that are left lend fewer books every year.',
      kind: 'verified',
      note: 'Eleven of 33, by the county’s own list. The loans are in its annual return.',
      source: 'sources/county-return.txt:41',
      reply: 'Could we say “eleven”?',
    },
    { words: '4,200 residents', kind: 'question', note: 'Residents, or signatures? The petition was online.' },
  ],
  play: async (workbench) => {
    const { page } = workbench;
    if (await threads(page).first().isVisible()) return;
    await workbench.placeCursor('Under a compromise agreed');
    await page.keyboard.press('Control+End');
    await workbench.squiggleUnder('the only room in the town');
    await page.locator('.comment-range-glyph.comment-thread, .comment-range-glyph.comment-thread-unresolved').last().click();
    const thread = await threadWith(page, 'Could we say');
    // The whole of it is to be seen, with the words that it is on.
    const { bottom } = await page.locator('.editor-instance').evaluate((editor) => editor.getBoundingClientRect());
    await page.mouse.move(700, 200);
    for (let turns = 0; turns < 8; turns++) {
      const box = await thread.boundingBox();
      if (box && box.y + box.height < bottom) break;
      await page.mouse.wheel(0, 60);
    }
    await workbench.leave();
  },
};

const THEMES: readonly Theme[] = ['light', 'dark', 'high-contrast'];

const wanted = process.argv.slice(2);
const all = [...SCENES, NOTES];
const scenes = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (scenes.length === 0) throw new Error(`There is no such scene; there are ${all.map(({ name }) => name).join(', ')}.`);

// The folder's name is on the pictures.
const home = await mkdtemp(path.join(tmpdir(), 'onrecord-pictures-'));
const folder = path.join(home, 'examples');
await cp(path.join(root, 'examples'), folder, { recursive: true });
await cp(path.join(root, 'test/fixtures/articles/relay-chain.article'), path.join(folder, 'relay-chain.article'));
const host = await Host.start(console.log);
// VS Code's panel of comments comes up by itself otherwise, and takes half of the picture.
await host.configure({ 'comments.openView': 'never' });
try {
  for (const { name, file, text, beside = {}, notes, stays, play, size = { width: 1120, height: 760 } } of scenes) {
    if (text !== undefined) await writeFile(path.join(folder, file), text);
    for (const [file, content] of Object.entries(beside)) await writeFile(path.join(folder, 'sources', file), content);
    if (notes)
      await writeFile(path.join(folder, `${file}.annotations.json`), sidecar(await readFile(path.join(folder, file), 'utf8'), notes));
    const workbench = await host.open({ folder, file, ...size, scale: 2 });
    for (const theme of THEMES) {
      await workbench.wear(theme);
      await play(workbench);
      console.log(path.relative(root, await workbench.screenshot(name, theme)));
      if (!stays) await workbench.page.keyboard.press('Escape');
      await workbench.leave();
    }
    await workbench.close();
  }
} finally {
  await host.stop();
  await rm(home, { recursive: true, force: true });
}

/** The file beside an article that says these things of it. */
function sidecar(text: string, notes: readonly Said[]): string {
  const at = new Date().toISOString();
  const collection = notes.reduce((all, { words, kind, note, source, reply }, i) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the article.`);
    const id = `urn:onrecord:picture:${i}`;
    const sources = [sourceOf(source ?? '') ?? []].flat();
    const selectors = selectorsFor(text, [start, start + words.length]);
    const one = added(all, { id, kind, note, sources, selectors, by: 'Ana Ruiz', at }, 'picture');
    return reply === undefined ? one : replied(one, id, { id: `${id}:reply`, note: reply, by: 'Tom Hale', at });
  }, emptyCollection('Notes'));
  return writeCollection(collection);
}
