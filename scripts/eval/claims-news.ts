import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Article, analyse } from '../../server/src/article';
import { check } from '../../server/src/rules';
import type { Finding } from '../../server/src/rules/rule';
import { contains, overlaps, type Span } from '../../server/src/text/span';
import { loadGoldArticles } from '../../test/fixtures/articles';
import { loadExamples } from '../../test/fixtures/examples';
import { readPolnear } from '../train/corpora';
import { type Evaluation, percent } from './evaluation';

/** How many of how many sentences are reported. */
interface Reported {
  reported: number;
  all: number;
}

/** Told of each sentence that is reported though it should not be. */
type OnAlarm = (where: string, words: string) => void;

const UNSOURCED = 'claim/unsourced';

/** The spans that claim/unsourced reports, at its default. */
const unsourcedIn = (article: Article): Span[] =>
  check(article)
    .filter(({ code }) => code === UNSOURCED)
    .map(({ span }) => span);

/** NewsDiscourse: sentences that its annotators marked as somebody's speech. A figure on its validation part; nothing is trained on it. */
export function speechReported(corpora: string, onAlarm: OnAlarm = () => {}): Reported {
  const folder = path.join(corpora, 'newsdiscourse/validation');
  const count = { reported: 0, all: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const raw = readFileSync(path.join(folder, file), 'utf8');
    const labels = readFileSync(path.join(folder, file.replace(/txt$/, 'ann')), 'utf8');
    const speech = new Set([...labels.matchAll(/^T\d+\tSpeech \d+ \d+\t(S\d+)$/gm)].map(([, id]) => id));
    let text = '';
    const sentences: { readonly id: string; readonly span: Span }[] = [];
    for (const [, id = '', words = ''] of raw.matchAll(/^(H|S\d+) (.*)$/gm)) {
      const start = text.length;
      text += `${words.trim()}\n\n`;
      if (speech.has(id)) sentences.push({ id, span: [start, text.length - 2] });
    }
    const reported = unsourcedIn(analyse(text));
    for (const { id, span } of sentences) {
      count.all++;
      if (!reported.some((found) => overlaps(found, span))) continue;
      count.reported++;
      onAlarm(`${file} ${id}`, text.slice(...span));
    }
  }
  return count;
}

/** PolNeAR: sentences that lie wholly in what somebody is said to have said. */
export function contentReported(corpora: string, part: string, onAlarm: OnAlarm = () => {}): Reported {
  const count = { reported: 0, all: 0 };
  for (const { name, text, attributions } of readPolnear(corpora, part)) {
    const article = analyse(text);
    const reported = unsourcedIn(article);
    const contents = attributions.flatMap(({ content }) => content);
    for (const { span, block } of article.sentences) {
      if (article.blocks[block]?.kind !== 'paragraph') continue;
      // The annotators leave out a closing mark now and then.
      const words: Span = [span[0], span[1] - (/[.?!”"’']*$/.exec(text.slice(...span))?.[0].length ?? 0)];
      if (!contents.some((content) => contains([content[0] - 1, content[1] + 1], words))) continue;
      count.all++;
      if (!reported.some((found) => overlaps(found, span))) continue;
      count.reported++;
      onAlarm(name, text.slice(...span));
    }
  }
  return count;
}

/** Faults of our annotated articles, which their writers put into them to be annotated: a finding there is no false alarm. */
const FAULTS: readonly { readonly file: string; readonly code: string; readonly words: string }[] = [
  { file: 'relay-chain.article', code: 'source/vague-description', words: 'a person close to the family' },
  { file: 'tabloid-pop.article', code: 'source/vague-description', words: 'A pal of the star' },
  { file: 'unnamed-cabinet.txt', code: 'source/vague-description', words: 'Whitegate insiders' },
  { file: 'unnamed-cabinet.txt', code: 'claim/weasel', words: 'It is understood that' },
];

/** Findings on our own articles where nothing is planted, at default severities, and the words that they stand among. */
export function ownAlarms(onAlarm: OnAlarm = () => {}): { alarms: number; words: number } {
  const count = { alarms: 0, words: 0 };
  const articles = [...loadExamples(), ...loadGoldArticles().map((gold) => ({ ...gold, planted: [] }))];
  for (const { file, text, format, planted } of articles) {
    count.words += text.split(/\s+/).filter(Boolean).length;
    for (const finding of check(analyse(text, { format }))) {
      const words = text.slice(...finding.span);
      const isFault = FAULTS.some((fault) => fault.file === file && fault.code === finding.code && fault.words === words);
      if (isFault || planted.some((fault) => isOf(finding, fault))) continue;
      count.alarms++;
      onAlarm(`${file} ${finding.code}`, words);
    }
  }
  return count;
}

const isOf = ({ code, span }: Finding, fault: { readonly code: string; readonly span: Span }): boolean =>
  code === fault.code && overlaps(span, fault.span);

const spared = ({ reported, all }: Reported): number => percent(all - reported, all);

/** False alarms on news, as shares left alone, so that more is better. */
export const claimsNews: Evaluation = {
  title: 'False alarms on news',
  measure({ corpora }) {
    const speech = speechReported(corpora);
    const content = contentReported(corpora, 'dev');
    const own = ownAlarms();
    return [
      {
        key: 'alarms.newsdiscourse',
        label: `speech not reported as unsourced, NewsDiscourse (${speech.all})`,
        value: spared(speech),
        target: 97,
        beside: `${speech.reported} reported`,
      },
      {
        key: 'alarms.polnear',
        label: `contents not reported as unsourced, PolNeAR dev (${content.all})`,
        value: spared(content),
        target: 97,
        beside: `${content.reported} reported`,
      },
      {
        key: 'alarms.own',
        label: `stretches of 500 words without a false alarm, our own (${own.words} words)`,
        value: Math.max(0, 100 - percent(own.alarms * 500, own.words)),
        beside: `${own.alarms} alarms, ${((own.alarms * 500) / own.words).toFixed(2)} in 500 words; aim: at most 1`,
      },
    ];
  },
};
