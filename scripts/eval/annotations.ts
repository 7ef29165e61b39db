import { anchor } from '../../server/src/annotations/anchor';
import { type Followed, followed, found, refreshed, settled } from '../../server/src/annotations/follow';
import { selectorsFor } from '../../server/src/annotations/selectors';
import type { Span } from '../../server/src/text/span';
import { loadGoldArticles } from '../../test/fixtures/articles';
import { after, drawing, judge, type Outcome, type Script, script } from '../../test/unit/annotations/edit-scripts';
import type { Evaluation, Figure } from './evaluation';

/** How many random edit scripts are played; `ONRECORD_SCRIPTS` asks for more. */
const SCRIPTS = Number(process.env.ONRECORD_SCRIPTS ?? 5_000);

/**
 * What becomes of annotations in random edit scripts (`test/unit/annotations/edit-scripts.ts`: slips, changed words, sentences taken out, moved, copied and brought back,
 * paragraphs moved and joined), once where only the text before and after is known, and once where every edit is seen, with saving and opening in between.
 */
export const annotations: Evaluation = {
  title: 'Annotations, random edit scripts',
  own: true,
  async measure() {
    const texts = loadGoldArticles().map(({ text }) => text);
    const scripts = Array.from({ length: SCRIPTS }, (_, seed) => script(seed, texts));
    return [
      ...figures('elsewhere', 'edited elsewhere', scripts, foundAgain),
      ...figures('open', 'edited while open', scripts, followedThrough),
    ];
  },
};

function figures(key: string, when: string, scripts: readonly Script[], place: (played: Script, seed: number) => Span | null): Figure[] {
  const tally: Record<Outcome, number> = { right: 0, part: 0, copy: 0, orphaned: 0, gone: 0, wrong: 0 };
  for (const [seed, played] of scripts.entries()) tally[judge(played, after(played), place(played, seed))]++;
  const there = tally.right + tally.part + tally.copy + tally.orphaned + tally.wrong;
  const told = `${scripts.length} scripts: ${Object.entries(tally)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ')}`;
  const figure = (name: string, label: string, count: number, of: number, target?: number): Figure => ({
    key: `annotations.${key}.${name}`,
    label: `${label}, ${when} (%)`,
    value: (100 * count) / of,
    ...(target !== undefined && { target }),
  });
  return [
    { ...figure('kept', 'not on wrong words', scripts.length - tally.wrong, scripts.length, 100), beside: told },
    figure('found', 'found again, of those whose words are left', tally.right + tally.part + tally.copy, there),
  ];
}

const foundAgain = (played: Script): Span | null => anchor(after(played).text, selectorsFor(played.before.text, played.span));

/** As in an editor: now and then the hand rests, the article is saved, and opened again. */
function followedThrough(played: Script, seed: number): Span | null {
  const draw = drawing(seed + 1);
  let { text } = played.before;
  let all: readonly Followed[] = found(text, [selectorsFor(text, played.span)]);
  for (const { replacement } of played.edits) {
    const { at } = replacement;
    const next = text.slice(0, at[0]) + replacement.text + text.slice(at[1]);
    all = followed(all, text, replacement, next);
    text = next;
    if (draw(2) === 0) all = settled(all, text);
    if (draw(6) === 0) {
      const saved = settled(all, text).map((one) => refreshed(text, one, false));
      all = found(text, saved);
    }
  }
  return settled(all, text)[0]?.span ?? null;
}
