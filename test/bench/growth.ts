import { createService } from '../../server/src/service';
import { type Figure, type Group, median } from './figures';
import { chance, longArticle } from './texts';

/** Lengths of articles, in words. */
const LENGTHS = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
/** The length that the others are held against. */
const YARDSTICK = 10_000;
const KEYSTROKES = 15;
/** Articles that are read before. */
const WARMING = 100;

/** How the cost of a fresh analysis, and of a keystroke after it, grows with the article; within one process, without a connection. */
export function measureGrowth(articles: readonly string[], longest: number): Group {
  const service = createService();
  const random = chance(7);
  // What runs is compiled before anything is timed.
  for (const text of articles.slice(0, WARMING)) service.check(service.analyse(text));
  const measured = LENGTHS.filter((words) => words <= longest).map((words) => {
    let text = longArticle(articles, words);
    const start = performance.now();
    let article = service.analyse(text);
    service.check(article);
    const fresh = performance.now() - start;
    const strokes: number[] = [];
    let lines = service.lines(article);
    let colours = service.semanticTokens(article);
    for (let i = 0; i < KEYSTROKES; i++) {
      const at = text.indexOf(' ', Math.floor(random() * (text.length - 100)));
      const began = performance.now();
      // As the server does it: lines and colours go on from those of the version before.
      lines = lines.replaced([at, at], 'e');
      text = lines.text;
      article = service.analyse(text, { previous: article }, lines);
      colours = service.semanticTokens(article, undefined, { findings: service.check(article), previous: colours });
      strokes.push(performance.now() - began);
    }
    return { words, fresh: fresh / (words / 1000), stroke: median(strokes) };
  });
  const yardstick = measured.find(({ words }) => words === YARDSTICK);
  const named = (words: number) => `${words.toLocaleString('en')} words`;
  const figures = measured.flatMap(({ words, fresh, stroke }): Figure[] => [
    {
      name: `${named(words)}: fresh analysis, for a thousand words`,
      unit: 'ms',
      value: fresh,
      ...(yardstick && { beside: { name: named(YARDSTICK), value: yardstick.fresh } }),
    },
    {
      name: `${named(words)}: a keystroke`,
      unit: 'ms',
      value: stroke,
      ...(yardstick && { beside: { name: named(YARDSTICK), value: yardstick.stroke } }),
    },
  ]);
  return {
    title: 'Growth with length',
    about:
      'Linear is a flat row for a thousand words; a keystroke is the median of several at random places, findings and colours included.',
    figures,
  };
}
